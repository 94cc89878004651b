// Package password is what is stored of a password, and whether one is it: argon2id, slow on
// purpose, so few at once.
package password

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Parameters of argon2id (OWASP password storage: 19 MiB, 2 passes, 1 lane).
const (
	argonMemory = 19 * 1024
	argonPasses = 2
	argonLanes  = 1
	argonKey    = 32
)

// argonSlots bounds how many hashes are computed at once: each takes 19 MiB.
var argonSlots = make(chan struct{}, 4)

// Hash returns an argon2id hash in PHC format.
func Hash(typed string) string {
	salt := make([]byte, 16)
	_, _ = rand.Read(salt) // never fails since Go 1.24
	return phc(salt, argon(typed, salt))
}

// dummyHash takes as long to check as a real one, so that an unknown e-mail
// cannot be told from a wrong password by the clock.
var dummyHash = phc(make([]byte, 16), make([]byte, argonKey))

// Check compares in constant time; "" as hash never matches.
func Check(hash, typed string) bool {
	known := hash != ""
	if !known {
		hash = dummyHash
	}
	fields := strings.Split(hash, "$")
	if len(fields) != 6 {
		return false
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(fields[4])
	want, err2 := base64.RawStdEncoding.DecodeString(fields[5])
	if err1 != nil || err2 != nil {
		return false
	}
	return subtle.ConstantTimeCompare(argon(typed, salt), want) == 1 && known
}

func argon(typed string, salt []byte) []byte {
	argonSlots <- struct{}{}
	defer func() { <-argonSlots }()
	return argon2.IDKey([]byte(typed), salt, argonPasses, argonMemory, argonLanes, argonKey)
}

func phc(salt, key []byte) string {
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonPasses, argonLanes, b64(salt), b64(key))
}
