# bash complete.bash SCRIPT LINE: what bash offers for the last word of the line, a word a line.
# shellcheck disable=SC1090
source "$1"
set -f
IFS=' ' read -ra COMP_WORDS <<<"$2"
case $2 in *' ') COMP_WORDS+=('') ;; esac
set +f
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
# The function that is registered for the program, whatever its name.
function_name=$(complete -p "${COMP_WORDS[0]}" | sed -E 's/.*-F ([^ ]+).*/\1/')
"$function_name"
printf '%s\n' "${COMPREPLY[@]}"
