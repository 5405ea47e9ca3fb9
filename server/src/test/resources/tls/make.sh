#!/bin/sh
# Makes the certificates and keys of the TLS tests anew. They are good for nothing else: everybody
# has them.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
names=subjectAltName=DNS:localhost,IP:127.0.0.1
curve=ec_paramgen_curve:P-256

cat >"$work/ca.conf" <<END
[ca]
default_ca = it
[it]
new_certs_dir = $work
database = $work/index
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
[any]
commonName = supplied
END

# certificate NAME ISSUER EXTENSION END-YEAR KEY-OPTIONS…
certificate() {
  name=$1 issuer=$2 extension=$3 end=$4
  shift 4
  : >"$work/index"
  echo "$extension" >"$work/extensions"
  openssl req -new -nodes -subj "/CN=$name" -keyout "$name.key" -out "$work/request" "$@" 2>/dev/null
  if [ "$issuer" = "$name" ]; then by="-selfsign"; else by="-cert $issuer.crt"; fi
  # shellcheck disable=SC2086 # one option, or one with a value
  openssl ca -batch -notext -config "$work/ca.conf" -extfile "$work/extensions" $by \
    -keyfile "$issuer.key" -startdate 20200101000000Z -enddate "${end}0101000000Z" \
    -in "$work/request" -out "$name.crt" 2>/dev/null
}

certificate rsa rsa "$names" 2120 -newkey rsa:2048
certificate ec ec "$names" 2120 -newkey ec -pkeyopt "$curve"
certificate p384 p384 "$names" 2120 -newkey ec -pkeyopt ec_paramgen_curve:P-384
certificate ed25519 ed25519 "$names" 2120 -newkey ed25519
certificate expired expired "$names" 2021 -newkey ec -pkeyopt "$curve"

# The older forms, and what cannot be used.
openssl rsa -traditional -in rsa.key -out rsa-pkcs1.key 2>/dev/null
{
  openssl ecparam -name secp384r1
  openssl ec -in p384.key 2>/dev/null
} >p384-sec1.key
openssl pkcs8 -topk8 -passout pass:secret -in ec.key -out encrypted.key
openssl rsa -traditional -aes128 -passout pass:secret -in rsa.key -out encrypted-pkcs1.key 2>/dev/null

# A leaf, the authority that signed it and the root that signed that, in the wrong order and with a
# stranger between them.
certificate root root basicConstraints=critical,CA:TRUE 2120 -newkey ec -pkeyopt "$curve"
certificate authority root basicConstraints=critical,CA:TRUE 2120 -newkey ec -pkeyopt "$curve"
certificate leaf authority "$names" 2120 -newkey ec -pkeyopt "$curve"
{
  openssl x509 -text -in leaf.crt
  cat root.crt ec.crt authority.crt
} | sed 's/$/\r/' >chain.crt
rm authority.* leaf.crt root.key
