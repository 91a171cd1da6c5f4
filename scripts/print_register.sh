#!/usr/bin/env bash
# From a register file to printed cards and the term roster: print_register.sh FILE OUT SCHOOL
set -eu
register=$1 out=$2 school=$3
test -f "$register" || { echo "没有这个文件：$register" >&2; exit 1; }
export QT_QPA_PLATFORM=offscreen QIANSHOU_PASSWORD=${QIANSHOU_PASSWORD:-qianshou-demo}
program=${QIANSHOU:-.venv/bin/python -m app}
rm -rf "$out"
mkdir -p "$out"
$program --data "$out/data" init --school "$school" --user 管理员 > "$out/recovery-code.txt"
$program --data "$out/data" import "$register" --yes
$program --data "$out/data" cards --out "$out/cards-child.pdf"
$program --data "$out/data" cards --layout school --out "$out/cards-school.pdf"
$program --data "$out/data" roster --out "$out/roster.xlsx"
$program --data "$out/data" shot --out "$out/pictures"
$program --data "$out/data" check
echo "The school lies in $out/data (user 管理员, password $QIANSHOU_PASSWORD)."
