#!/bin/sh
# SPDX-License-Identifier: MIT
# Follows docs/Containerfile step by step in new folders of Debian, and certifies a new port in the result. Takes some minutes and 2 GB.
# Needs root and debootstrap.
# Usage: containerfile.sh SOURCE_FOLDER
set -eu
source=$(cd "$1" && pwd)
file=$source/docs/Containerfile
scratch=$(mktemp -d)
trap 'rm -rf --one-file-system "$scratch"' EXIT

fail() {
  echo "docs/Containerfile: $1" >&2
  exit 1
}
command -v debootstrap >/dev/null || fail 'its test needs debootstrap: run `apt-get install debootstrap`'
[ "$(id -u)" -eq 0 ] || fail 'its test needs root'

# in_image ROOT COMMAND…: in namespaces of its own, so that all mounts end with it.
in_image() {
  root=$1
  shift
  unshare --mount --pid --fork --mount-proc sh -eu -c '
    root=$1 && shift
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    exec chroot "$root" "$@"' in_image "$root" "$@"
}

debootstrap --variant=minbase bookworm "$scratch/debian" >"$scratch/log" 2>&1 || {
  tail -n 15 "$scratch/log" >&2
  fail 'debootstrap fails'
}
# The packages come from where this machine has them from.
cp /etc/resolv.conf "$scratch/debian/etc/resolv.conf"
rm -rf "$scratch/debian/etc/apt"
cp -R /etc/apt "$scratch/debian/etc/apt"

images=0 folder=/ entry=''
while read -r instruction words; do
  case $instruction in
    '' | '#') ;;
    FROM)
      case $words in "debian:12"*) ;; *) fail "it begins with another system: $words" ;; esac
      images=$((images + 1)) folder=/ root=$scratch/image-$images
      cp -a "$scratch/debian" "$root"
      case $words in *" AS "*) ln -s "$root" "$scratch/named-${words##* AS }" ;; esac
      ;;
    COPY)
      case $words in
        --from=*)
          stage=${words%% *} paths=${words#* }
          mkdir -p "$root${paths#* }"
          cp -a "$scratch/named-${stage#--from=}${paths% *}/." "$root${paths#* }"
          ;;
        ". "*)
          mkdir -p "$root${words#. }"
          git -C "$source" ls-files -z | (cd "$source" && tar cf - --null -T -) | tar xf - -C "$root${words#. }"
          ;;
        *) fail "the test does not know: COPY $words" ;;
      esac
      ;;
    RUN) in_image "$root" sh -c "cd '$folder' && $words" >"$scratch/log" 2>&1 || {
      tail -n 15 "$scratch/log" >&2
      fail "a step fails: RUN $words"
    } ;;
    WORKDIR)
      folder=$words
      mkdir -p "$root$folder"
      ;;
    ENTRYPOINT) entry=$(printf '%s' "$words" | tr -d '[]",') ;;
    *) fail "the test does not know: $instruction" ;;
  esac
done <"$file"

[ -n "$entry" ] || fail 'it has no ENTRYPOINT'
in_image "$root" sh -euc "cd '$folder'
  $entry new it --language c
  cd it
  cmake -G Ninja -B build && cmake --build build
  $entry certify build/implementations/it.json --profile threads" >"$scratch/log" 2>&1 && fail 'a port that does nothing must not pass'
grep -q 'it is not written yet\|spawn' "$scratch/log" || {
  tail -n 15 "$scratch/log" >&2
  fail 'the image can not try a new port'
}
in_image "$root" sh -euc "cd '$folder' && $entry --version"
echo "the $images images of docs/Containerfile were made, and the last one tries a port"
