package object

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// lock undoes the encryption of a file that opens without a password: offices
// lock files against copying and changes only (ISO 32000-2, 7.6).
type lock struct {
	key     []byte
	aes     bool
	whole   bool // the key serves every object as it is (AES-256)
	nothing bool // the file's streams are not encrypted at all
}

// unlock finds the key of the empty user password.
func (f *File) unlock() bool {
	d := f.Dict(f.encrypt)
	if d["Filter"] != Name("Standard") {
		return false
	}
	version, _ := f.Resolve(d["V"]).(float64)
	revision, _ := f.Resolve(d["R"]).(float64)
	k := &lock{}
	bits, _ := f.Resolve(d["Length"]).(float64)
	size := 5
	switch version {
	case 1:
	case 2:
		size = int(min(max(bits, 40), 128)) / 8
	case 4, 5:
		filters, used := f.Dict(d["CF"]), f.Resolve(d["StmF"])
		own, _ := used.(Name)
		method := f.Resolve(f.Dict(filters[string(own)])["CFM"])
		k.aes, k.nothing, size = method == Name("AESV2") || method == Name("AESV3"), own == "" || own == "Identity" || method == Name("None"), 16
	default:
		return false
	}
	k.whole = version == 5
	if k.whole {
		k.key = f.key256(d, int(revision))
	} else {
		k.key = f.key128(d, int(revision), size)
	}
	f.lock = k
	return k.key != nil
}

// Bytes is the string that value is or refers to, as bytes.
func (f *File) Bytes(value any) []byte {
	s, _ := f.Resolve(value).(Str)
	return []byte(s)
}

// filler stands for the password that is not there.
const filler = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// key128 is the key of revisions 2 to 4, nil when a password is set.
func (f *File) key128(d Dict, revision, size int) []byte {
	rights, _ := f.Resolve(d["P"]).(float64)
	var id []byte
	if ids, ok := f.Resolve(f.id).(Array); ok && len(ids) > 0 {
		id = f.Bytes(ids[0])
	}
	h := md5.New()
	h.Write([]byte(filler))
	h.Write(f.Bytes(d["O"]))
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(int64(rights))))
	h.Write(id)
	if f.Resolve(d["EncryptMetadata"]) == false && revision >= 4 {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	proof := []byte(filler)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
		sum := md5.Sum(append([]byte(filler), id...))
		proof = sum[:]
	}
	key = key[:size]
	for i := range 20 {
		if i > 0 && revision < 3 {
			break
		}
		turned := bytes.Clone(key)
		for j := range turned {
			turned[j] ^= byte(i)
		}
		proof = rc4ed(turned, proof)
	}
	if user := f.Bytes(d["U"]); len(user) < 16 || !bytes.Equal(user[:16], proof[:16]) {
		return nil
	}
	return key
}

// key256 is the key of revisions 5 and 6, nil when a password is set.
func (f *File) key256(d Dict, revision int) []byte {
	user, wrapped := f.Bytes(d["U"]), f.Bytes(d["UE"])
	if len(user) < 48 || len(wrapped) < 32 || revision < 5 || revision > 6 {
		return nil
	}
	hash := func(salt []byte) []byte {
		sum := sha256.Sum256(salt)
		if revision == 6 {
			return hardened(sum[:])
		}
		return sum[:]
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return nil
	}
	return cbc(hash(user[40:48]), make([]byte, 16), wrapped[:32])
}

// hardened is the hash of revision 6 (ISO 32000-2, algorithm 2.B) for the empty
// password.
func hardened(k []byte) []byte {
	for round := 1; ; round++ {
		e := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		sum := 0
		for _, b := range e[:16] {
			sum += int(b)
		}
		switch sum % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if round >= 64 && int(e[len(e)-1]) <= round-32 {
			return k[:32]
		}
	}
}

func cbc(key, iv, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, data)
	return out
}

func rc4ed(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// open decrypts the bytes of an object.
func (k *lock) open(number int, data []byte) []byte {
	if k == nil || k.nothing {
		return data
	}
	key := k.key
	if !k.whole {
		salted := append(bytes.Clone(key), byte(number), byte(number>>8), byte(number>>16), 0, 0)
		if k.aes {
			salted = append(salted, "sAlT"...)
		}
		sum := md5.Sum(salted)
		key = sum[:min(len(k.key)+5, 16)]
	}
	if !k.aes {
		return rc4ed(key, data)
	}
	if len(data) < 32 {
		return nil
	}
	out := cbc(key, data[:16], data[16:len(data)-len(data)%16])
	if n := len(out); n > 0 && int(out[n-1]) <= min(16, n) { // what fills the last block
		out = out[:n-int(out[n-1])]
	}
	return out
}

// strings decrypts the strings in a value.
func (k *lock) strings(number int, value any) any {
	switch v := value.(type) {
	case Str:
		return Str(k.open(number, []byte(v)))
	case Array:
		for i := range v {
			v[i] = k.strings(number, v[i])
		}
	case Dict:
		for key := range v {
			v[key] = k.strings(number, v[key])
		}
	}
	return value
}
