# zsh -f complete.zsh SCRIPT LINE...: what zsh shows for each line when the tabulator is pressed, below `== LINE`.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; stty columns 160 rows 200 -echo; LISTMAX=10000; setopt no_always_last_prompt no_list_beep no_list_ambiguous"
zpty -w shell "autoload -Uz compinit; compinit -u -D; source $1; print ready-\$((40 + 2))"
zpty -r -m shell seen '*ready-42*'
shift
for line in "$@"; do
  # Control-U empties what the line before has left.
  zpty -w -n shell $'\025'"$line"$'\t'
  text= part=
  for (( quiet = 0; quiet < 12; quiet++ )); do
    sleep 0.05
    while zpty -r -t shell part; do text+=$part; quiet=0; done
  done
  print -r -- "== $line"
  print -r -- "$text"
done
zpty -d shell
