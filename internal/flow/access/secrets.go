package access

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
)

// Secrets is the key that protects phone numbers and tokens at rest.
type Secrets struct{ key []byte }

// NewSecrets takes 32 bytes.
func NewSecrets(key []byte) (Secrets, error) {
	if len(key) != 32 {
		return Secrets{}, errors.New("secrets key: want 32 bytes")
	}
	return Secrets{key: key}, nil
}

// Empty reports whether there is no key.
func (s Secrets) Empty() bool { return len(s.key) == 0 }

// Derive returns a key for one purpose.
func (s Secrets) Derive(purpose string) []byte {
	h := hmac.New(sha256.New, s.key)
	h.Write([]byte(purpose))
	return h.Sum(nil)
}

// Seal encrypts with AES-256-GCM under a random nonce, which it puts in front.
func (s Secrets) Seal(plain []byte) ([]byte, error) {
	gcm, err := s.gcm()
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, gcm.NonceSize())
	_, _ = rand.Read(nonce) // never fails since Go 1.24
	return gcm.Seal(nonce, nonce, plain, nil), nil
}

// Open reverses Seal; the error says nothing of the content.
func (s Secrets) Open(sealed []byte) ([]byte, error) {
	gcm, err := s.gcm()
	if err != nil {
		return nil, err
	}
	if len(sealed) < gcm.NonceSize() {
		return nil, errors.New("sealed value too short")
	}
	return gcm.Open(nil, sealed[:gcm.NonceSize()], sealed[gcm.NonceSize():], nil)
}

func (s Secrets) gcm() (cipher.AEAD, error) {
	block, err := aes.NewCipher(s.Derive("at-rest"))
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
