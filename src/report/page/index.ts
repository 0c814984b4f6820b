import { copying } from './copy';
import { pointing } from './point';
import { printing } from './reasons';
import { searching } from './search';
import { theming } from './theme';

document.documentElement.classList.add('js');
pointing();
searching();
copying();
theming();
printing();
