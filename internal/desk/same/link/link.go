// Package link names what links lead to: links to one thing have one key, links
// to other things have other keys, whatever was added on the way. Nothing is ever
// fetched. Pure.
package link

import (
	"crypto/sha256"
	"fmt"
)

// Key is the canonical name of what a link leads to, such as "facebook:123",
// "youtube:a1B2c3D4e5F" or "web:example.vn/tin.html?id=5", at most 1,000 bytes of ASCII
// (of a long one a beginning and a digest). A comment has the key
// of what it stands below, "#", and its own number.
type Key struct {
	Text string
	// Opaque says that the link is a code that only its platform can resolve: other
	// links may lead to the same, and an officer may say which.
	Opaque bool
}

// maxLength bounds a link, in bytes: what follows a click on Facebook can be 1,700 long.
const maxLength = 4096

// maxWraps bounds how often a link may stand in a link.
const maxWraps = 4

// Parse reads one link, with or without scheme, and reports whether it is one:
// http or https, a host with a dot, at most 4,096 bytes. A link that only leads
// through (l.facebook.com, google.com/url) has the key of what it carries.
func Parse(text string) (Key, bool) {
	a, ok := read(text)
	for range maxWraps {
		inner, wrapped := a.inside()
		if !wrapped {
			break
		}
		a = inner
	}
	if !ok {
		return Key{}, false
	}
	return a.key(), true
}

func (a address) key() Key {
	s, host := siteOf(a.host)
	a.host = host
	if s.key != nil {
		if k, ok := s.key(a); ok {
			return k
		}
	}
	return Key{Text: bounded("web:" + a.text(s.noise))}
}

// maxKey bounds a key, in bytes, so that any may be indexed.
const maxKey = 1000

// bounded is text, or of a long one its beginning and a digest of all of it.
func bounded(text string) string {
	if len(text) <= maxKey {
		return text
	}
	return fmt.Sprintf("%s~%x", text[:maxKey-100], sha256.Sum256([]byte(text)))
}

// known and coded are the two kinds of keys.
func known(site, id string) (Key, bool) { return Key{Text: bounded(site + ":" + id)}, true }
func coded(site, id string) (Key, bool) { return Key{bounded(site + ":" + id), true}, true }

func unknown() (Key, bool) { return Key{}, false }
