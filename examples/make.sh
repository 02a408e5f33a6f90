# What is in this folder: sh make.sh DATELINE STORE, where STORE was made by `dateline import seeds --store STORE`.
set -e
$1 figure timeline --store "$2" --preset article -o article.svg
$1 figure timeline --store "$2" --preset article --theme dark -o article-dark.png
$1 figure map --store "$2" --link "?org=cis&layer=any" --preset square \
  --title "Where the CIS met, and whom it spoke of" --note "Places, participants and everyone named" -o map.png
$1 figure topics --store "$2" --preset share -o topics.png
$1 figure events --store "$2" --link "?org=cis" -o cis.zip
$1 figure timeline --store "$2" --link "?org=cis,csto" --preset article --title "Minsk hosts, year after year" \
  --note "Meetings of the CIS and the CSTO in five readouts" \
  --label "001_a179781b829d0a95-ff8712a5 Security services in Minsk" \
  --label "003_be48e984895cba6b-0ca465d6 Sochi: planned" -o labelled.svg
$1 report --store "$2" -o report.html
$1 story story.toml --store "$2" -o story.html
$1 story story.toml --store "$2" --timelinejs -o story.json
