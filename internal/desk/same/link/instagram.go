package link

// instagram: a picture, a reel and a film have one code, whatever stands before it.
func instagram(a address) (Key, bool) {
	switch a.word(0) {
	case "share":
		return instagramShare(a)
	case "s":
		return coded("instagram", "s/"+escape(a.at(1), "")+escape(a.query.get("story_media_id"), ""))
	case "stories":
		return instagramStory(a)
	case "explore":
		return instagramTag(a)
	}
	for i, segment := range a.path[:min(2, len(a.path))] {
		if code := instagramCode(a, i); instagramMarkers[segment] && code != "" {
			return known("instagram", code)
		}
	}
	if first := a.word(0); first == "" || instagramReserved[first] || len(a.path) > 2 {
		return unknown()
	}
	return known("instagram", "@"+escape(a.word(0), ""))
}

// instagramMarkers stand before the code of what is shown.
var instagramMarkers = set("p reel reels tv")

// instagramReserved are first segments that are no names.
var instagramReserved = set("about accounts api developer direct directory explore legal p press reel reels s share stories tv web your_activity")

// instagramCode is the code after segment i: reels/videos/CODE is one too.
func instagramCode(a address, i int) string {
	next := a.at(i + 1)
	if next == "videos" {
		next = a.at(i + 2)
	}
	return codeOf(next, 6, 64)
}

// instagramShare is the key of share/CODE and share/reel/CODE.
func instagramShare(a address) (Key, bool) {
	if last := len(a.path) - 1; last > 0 && last < 3 && codeOf(a.at(last), 6, 64) != "" {
		return coded("instagram", "share/"+codeOf(a.at(last), 6, 64))
	}
	return unknown()
}

func instagramStory(a address) (Key, bool) {
	if isDigits(a.at(2), 5) {
		return known("instagram", "story/"+a.at(2))
	}
	if len(a.path) == 2 {
		return known("instagram", "stories/"+escape(a.word(1), ""))
	}
	return unknown()
}

func instagramTag(a address) (Key, bool) {
	if a.word(1) != "tags" || a.at(2) == "" {
		return unknown()
	}
	return known("instagram", "tag/"+escape(a.word(2), ""))
}
