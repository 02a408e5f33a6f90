# What is in this folder: sh make.sh DATELINE STORE, where STORE was made by `dateline import seeds --store STORE`.
set -e
$1 figure timeline --store "$2" --preset article -o article.svg
$1 figure timeline --store "$2" --preset article --theme dark -o article-dark.png
$1 figure map --store "$2" --link "?org=cis&layer=any" --preset square \
  --title "Where the CIS met, and whom it spoke of" --note "Places, participants and everyone named" -o map.png
$1 figure topics --store "$2" --preset share -o topics.png
$1 figure events --store "$2" --link "?org=cis" -o cis.zip
$1 report --store "$2" -o report.html
