#!/usr/bin/env bash
# Makes neap_VERSION_ARCH.deb of a release: executable, manual, completions, and a unit of systemd that nobody has to use.
#
#   Tools/packaging/deb.sh FOLDER [EXECUTABLE]     EXECUTABLE is .build/release/neap unless said
#   NEAP_DEB_UNCHECKED=1 lets an executable pass that is not linked statically with Swift's libraries, for tests.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=${1:?where to, please}
executable=${2:-.build/release/neap}
python=${PYTHON:-python3}
if [ ! -x "$executable" ]; then echo "$executable is not there: make release" >&2; exit 1; fi

version=$("$executable" --version)
architecture=$(dpkg --print-architecture)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"

# The packages that hold the libraries that it names itself.
depends=""
for library in $(readelf -d "$executable" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'); do
    path=$(ldd "$executable" | awk -v name="$library" '$1 == name { print $3 } $1 ~ "/" name "$" { print $1 }')
    owner=$(dpkg -S "$path" 2> /dev/null || dpkg -S "/usr$path" 2> /dev/null || dpkg -S "$(readlink -f "$path")" 2> /dev/null || true)
    owner=$(echo "$owner" | head -n 1 | cut -d : -f 1)
    if [ -z "$owner" ]; then
        if [ -n "${NEAP_DEB_UNCHECKED:-}" ]; then continue; fi
        echo "$library is in no package of Debian's: link Swift's libraries statically (make release)" >&2
        exit 1
    fi
    case ", $depends, " in *", $owner, "*) ;; *) depends="${depends:+$depends, }$owner" ;; esac
done

install -D -m 755 "$executable" "$tree/usr/bin/neap"
"$executable" --experimental-dump-help | "$python" "$here/manual.py" | gzip -9n > "$tree/neap.1.gz"
install -D -m 644 "$tree/neap.1.gz" "$tree/usr/share/man/man1/neap.1.gz" && rm "$tree/neap.1.gz"
complete() { mkdir -p "$tree$(dirname "$2")" && "$executable" --generate-completion-script "$1" > "$tree$2"; }
complete bash /usr/share/bash-completion/completions/neap
complete zsh /usr/share/zsh/vendor-completions/_neap
complete fish /usr/share/fish/vendor_completions.d/neap.fish
install -D -m 644 "$here/neap.service" "$tree/lib/systemd/system/neap.service"
install -D -m 644 "$here/../../LICENSE" "$tree/usr/share/doc/neap/copyright"

mkdir "$tree/DEBIAN"
for script in postinst prerm postrm; do install -m 755 "$here/$script" "$tree/DEBIAN/$script"; done
cat > "$tree/DEBIAN/control" <<CONTROL
Package: neap
Version: $version
Architecture: $architecture
Maintainer: The Neap project <neap@example.com>
Section: admin
Priority: optional
Installed-Size: $(du -sk "$tree" | cut -f 1)
Depends: ${depends:-libc6}, ca-certificates
Recommends: gpgv, tzdata
Description: GitOps controller for Amazon ECS
 Keeps what Amazon ECS runs the way a Git repository of manifests says, and
 writes down in Git how it is.
CONTROL
mkdir -p "$out"
dpkg-deb --root-owner-group ${NEAP_DEB_COMPRESSION:+-Z$NEAP_DEB_COMPRESSION} --build "$tree" \
    "$out/neap_${version}_$architecture.deb"
