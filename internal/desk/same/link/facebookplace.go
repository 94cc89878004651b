package link

import "strings"

// facebookReserved are first segments that are no names.
var facebookReserved = set(`ads business dialog events flx fundraisers gaming games hashtag help home.php legal live livemap login
	login.php l.php marketplace media messages messenger notes notifications photo photo.php photos plugins policies policy
	privacy public reel reels search settings share share.php sharer sharer.php stories story.php permalink.php tr video.php
	videos watch watchparty`)

// facebookTabs are views of one group or profile.
var facebookTabs = set(`about announcements community discussion featured files followers following friends info likes live map media
	members mentions photos photos_albums photos_by photos_of posts reels reels_tab reviews timeline videos`)

// facebookPlace is the key of a group, page or person.
func facebookPlace(a address) (Key, bool) {
	switch first := a.word(0); {
	case first == "profile.php" && isDigits(a.query.get("id"), 5):
		return known("facebook", a.query.get("id"))
	case first == "groups":
		return facebookName(a.path[1:], "groups/")
	case first == "people" || first == "pages":
		return facebookName(a.path[len(a.path)-1:], "@")
	case first == "pg":
		return facebookName(a.path[1:], "@")
	case facebookReserved[first]:
		return unknown()
	}
	return facebookName(a.path, "@")
}

// facebookName is the key of a name with or without one tab. Names are alike in
// both cases and with any dots; the oldest pages end in their number.
func facebookName(path []string, kind string) (Key, bool) {
	if len(path) == 0 || len(path) > 2 || len(path) == 2 && !facebookTabs[strings.ToLower(path[1])] {
		return unknown()
	}
	name := strings.ToLower(path[0])
	if number := name[strings.LastIndexByte(name, '-')+1:]; isDigits(number, 5) {
		return known("facebook", number)
	}
	if kind == "@" {
		name = strings.ReplaceAll(name, ".", "")
	}
	if name == "" || name != codeOf(strings.ReplaceAll(name, ".", "_"), 1, 80) && kind == "@" {
		return unknown()
	}
	return known("facebook", kind+escape(name, ""))
}
