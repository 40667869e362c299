#!/bin/sh
# Puts an SSH server for tests below the folder $1, where the system has none: taken out of Debian's packages, so that
# nothing is installed and no server is started.
set -eu
if command -v sshd > /dev/null || [ -x /usr/sbin/sshd ] || [ -x "$1/usr/sbin/sshd" ]; then exit 0; fi
echo "== An SSH server for tests"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=
if [ "$(id -u)" != 0 ]; then root=sudo; fi
$root apt-get update -qq
(cd "$work" && apt-get download -qq -o APT::Sandbox::User="$(id -un)" openssh-server libwrap0 > /dev/null)
mkdir -p "$1"
for package in "$work"/*.deb; do dpkg -x "$package" "$1"; done
# Run by root, it wants the user that its package makes.
if [ -z "$root" ] && ! getent passwd sshd > /dev/null; then
    useradd --system --home-dir /run/sshd --shell /usr/sbin/nologin sshd
fi
