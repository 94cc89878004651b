package link

import (
	"cmp"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
)

// facebook: posts, videos, reels, photos, albums, events, groups and people share
// one space of numbers, so the number alone is the key, whoever's page it was seen
// on. "pfbid…" is another code for everyone who copies it.
func facebook(a address) (Key, bool) {
	if code := facebookShare(a); code != "" {
		return coded("facebook", "share/"+code)
	}
	if id := facebookObject(a); id != "" {
		return Key{"facebook:" + id + facebookComment(a.query), strings.HasPrefix(id, "pfbid")}, true
	}
	return facebookPlace(a)
}

// facebookShare is the code of share/CODE and share/p/CODE; what stands before it only hints at what it is.
func facebookShare(a address) string {
	if a.word(0) != "share" || len(a.path) > 3 {
		return ""
	}
	if facebookKinds[a.word(1)] {
		return codeOf(a.at(2), 5, 64)
	}
	return codeOf(a.at(1), 5, 64)
}

// facebookKinds stand before the code of a share; none is a code.
var facebookKinds = set("p v r g e s post story reel video group page event photo")

// facebookObject is the number of what a shows, "" when it shows a place. A
// parameter counts only where Facebook reads it: on other pages anybody may add it.
func facebookObject(a address) string {
	marker := slices.IndexFunc(a.path, func(s string) bool { return facebookMarkers[strings.ToLower(s)] })
	if marker >= 0 {
		for _, segment := range slices.Backward(a.path[marker+1:]) {
			if id := cmp.Or(fbid(segment), facebookSet(segment)); id != "" {
				return id
			}
		}
	}
	switch first := a.word(0); {
	case first == "media":
		return facebookSet(a.query.get("set"))
	case first == "groups" && a.query.get("view") == "permalink":
		return fbid(a.query.get("id"))
	case facebookParameters[first] != "":
		return fbid(a.query.get(facebookParameters[first]))
	case a.word(1) == "photos":
		return fbid(a.query.get("album_id"))
	}
	return ""
}

// facebookParameters carry the number on pages that begin so.
var facebookParameters = map[string]string{"story.php": "story_fbid", "permalink.php": "story_fbid", "photo.php": "fbid", "photo": "fbid",
	"video.php": "v", "watch": "v", "groups": "multi_permalinks"}

// facebookMarkers stand before the number of what is shown.
var facebookMarkers = set("posts videos photos photo permalink reel reels events notes watch watchparty activity item listing")

// fbid is the number or pfbid code that s is, "" when it is none. Old posts end in ":0".
func fbid(s string) string {
	s, _, _ = strings.Cut(s, ":")
	if isDigits(s, 5) || strings.HasPrefix(s, "pfbid") && s == codeOf(s, 20, 128) {
		return s
	}
	return ""
}

// facebookSet is the number of the album or post in "a.1.2.3" or "pcb.1"; "vb.1"
// and "g.1" are all that somebody has.
func facebookSet(s string) string {
	kind, rest, _ := strings.Cut(s, ".")
	id, _, _ := strings.Cut(rest, ".")
	if slices.Contains([]string{"a", "oa", "pcb", "gm", "p"}, kind) {
		return fbid(id)
	}
	return ""
}

// facebookComment is what a comment adds to the key of its post. Its number may
// come as "comment:POST_NUMBER" in base64.
func facebookComment(q query) string {
	id := q.get("reply_comment_id")
	if id == "" {
		id = q.get("comment_id")
	}
	if plain, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(id, "=")); err == nil && strings.Contains(string(plain), "_") {
		id = string(plain[strings.LastIndexByte(string(plain), '_')+1:])
	}
	if !isDigits(id, 5) {
		return ""
	}
	return "#" + id
}

var facebookRef = regexp.MustCompile(`^[a-z_]*ref[a-z_]*$`)

var facebookNoises = set(`eid comment_tracking dti app video_source ftentidentifier pageid padding action_history tracking
	eav sfnsn idorvanity wtsid rdc rdr paipv _rdr _rdc _nc_x locale extid notif_id notif_t rc source theater hoisted
	acontext external_ref referral_code referral_story_type fs e s d vh`)

func facebookNoise(name string) bool {
	return facebookNoises[name] || strings.HasPrefix(name, "hc_") || strings.HasPrefix(name, "__") || facebookRef.MatchString(name)
}
