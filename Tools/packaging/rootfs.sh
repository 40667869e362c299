#!/usr/bin/env bash
# Makes the file tree of Neap's container, without a container engine: the executable, the libraries that it is linked with,
# certificates, time zones, a shell for health checks, and a user. The Dockerfile's image is this tree and nothing else.
#
#   Tools/packaging/rootfs.sh FOLDER [EXECUTABLE]     FOLDER must not exist; EXECUTABLE is .build/release/neap unless said
set -euo pipefail

root=${1:?where to, please}
executable=${2:-.build/release/neap}
user=65532

if [ -e "$root" ]; then echo "$root is there already: name a new folder" >&2; exit 1; fi
if [ ! -x "$executable" ]; then echo "$executable is not there: make release" >&2; exit 1; fi

# A library goes where the loader looks for it; links are followed, so that the tree stands on its own.
put() { install -D -m "$3" "$(readlink -f "$1")" "$root$2"; }
put_with_libraries() {
    put "$1" "$2" 755
    local missing
    missing=$(ldd "$1" | grep 'not found' || true)
    if [ -n "$missing" ]; then echo "$1 lacks libraries: $missing" >&2; exit 1; fi
    ldd "$1" | awk '$2 == "=>" { print $3 } $1 ~ /^\// { print $1 }' | while read -r library; do
        [ -e "$root$library" ] || put "$library" "$library" 755
    done
}

mkdir -p "$root"/{proc,dev,etc,root} "$root/var/cache/neap"
install -d -m 1777 "$root/tmp"
put_with_libraries "$executable" /usr/bin/neap
put_with_libraries /bin/bash /bin/bash
# Signatures of OpenPGP are checked by gpgv, where it is installed.
if command -v gpgv > /dev/null; then put_with_libraries "$(command -v gpgv)" /usr/bin/gpgv; fi

put /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt 644
if [ -d /usr/share/zoneinfo ]; then mkdir -p "$root/usr/share" && cp -rL /usr/share/zoneinfo "$root/usr/share/zoneinfo"; fi
printf 'root:x:0:0:root:/root:/usr/sbin/nologin\nneap:x:%s:%s:Neap:/var/cache/neap:/usr/sbin/nologin\n' "$user" "$user" \
    > "$root/etc/passwd"
printf 'root:x:0:\nneap:x:%s:\n' "$user" > "$root/etc/group"
printf 'passwd: files\ngroup: files\nhosts: files dns\n' > "$root/etc/nsswitch.conf"

# Without root the image says whose the folder is (COPY --chown).
if [ "$(id -u)" = 0 ]; then chown "$user:$user" "$root/var/cache/neap"; fi
chmod 750 "$root/var/cache/neap"
du -sh "$root" | awk '{ print "made: " $2 ", " $1 }'
