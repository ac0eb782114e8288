#!/bin/bash
# Installs Debian packages for the tests, without starting a service of theirs:  apt-install.sh PACKAGE...
# A mirror in the middle of a change, a network that stumbles or another program that is installing just then is waited for.
set -euo pipefail
[ "$(id -u)" = 0 ] || { echo "needs root once, to install: $*" >&2; exit 1; }
p=/usr/sbin/policy-rc.d
if [ ! -e $p ]; then printf '#!/bin/sh\nexit 101\n' >$p; chmod 755 $p; trap 'rm -f $p' EXIT; fi
opt=(-qq -o DPkg::Lock::Timeout=600 -o Acquire::Retries=5)
for try in 1 2 3 4 5 6; do
  # A list of another vendor that cannot be fetched is no reason to stop: whether ours are there, the installing says.
  apt-get "${opt[@]}" update >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get "${opt[@]}" -y install --no-install-recommends "$@" >&2 && exit 0
  echo "installing $* failed (attempt $try)" >&2
  [ "$try" = 6 ] || sleep $((try * 5))
done
exit 1
