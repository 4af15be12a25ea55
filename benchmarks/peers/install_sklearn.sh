#!/usr/bin/env bash
# Debian's scikit-learn, for the scripts in this folder.
set -euo pipefail
apt-get install -y python3-sklearn
/usr/bin/python3 -c 'import sklearn; print("scikit-learn", sklearn.__version__)'
