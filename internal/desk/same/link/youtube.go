package link

import "strings"

// youtube: a video has one code wherever it plays; a list, a channel and a name
// each have their own. What a channel shows on its tabs is the channel.
func youtube(a address) (Key, bool) {
	if id := youtubeVideo(a); id != "" {
		if comment := codeOf(a.query.get("lc"), 10, 80); comment != "" {
			id += "#" + comment
		}
		return known("youtube", id)
	}
	if list := youtubeList(a); list != "" {
		return known("youtube", "list/"+list)
	}
	return youtubeChannel(a)
}

// youtubePlayers stand before the code of a video.
var youtubePlayers = set("watch v vi e embed shorts live video")

// youtubeVideo is the code of the video that a plays, "" when it plays none.
func youtubeVideo(a address) string {
	const length = 11
	if under(a.host, "youtu.be") || under(a.host, "yt.be") {
		return codeOf(a.at(0), length, length)
	}
	if youtubePlayers[a.word(0)] && len(a.path) > 1 && a.at(1) != "videoseries" {
		return codeOf(a.at(1), length, length)
	}
	if first := a.word(0); first == "" || first == "watch" || first == "watch_popup" {
		return codeOf(a.query.get("v"), length, length)
	}
	return ""
}

// youtubeList is the code of the list that a plays or shows, "" when there is none.
func youtubeList(a address) string {
	if first := a.word(0); first == "playlist" || first == "watch" || first == "embed" {
		return codeOf(a.query.get("list"), 2, 64)
	}
	return youtubeBrowsed(a, "VL")
}

// youtubeBrowsed is what stands in browse/… after its beginning.
func youtubeBrowsed(a address, beginning string) string {
	if rest, ok := strings.CutPrefix(a.at(1), beginning); ok && a.word(0) == "browse" {
		return codeOf(rest, 2, 64)
	}
	return ""
}

// youtubeReserved are first segments that are no names.
var youtubeReserved = set(`about account ads attribution_link browse channel clip community course e embed error feed gaming hashtag
	howyoutubeworks kids live logout movies music news oembed post playlist premium product profile_redirector redirect results
	shorts signin source t upload v vi video watch watch_popup watch_videos yt`)

// youtubeChannel is the key of a channel. The code of a channel and its names
// cannot be told to be one without asking.
func youtubeChannel(a address) (Key, bool) {
	first := a.word(0)
	switch {
	case under(a.host, "youtu.be") || under(a.host, "yt.be") || first == "":
		return unknown()
	case first == "channel" && a.at(1) != "":
		return known("youtube", "channel/"+escape(a.at(1), ""))
	case first == "browse" && youtubeBrowsed(a, "UC") != "":
		return known("youtube", "channel/"+a.at(1))
	case (first == "feed" || first == "hashtag") && a.at(1) != "":
		return known("youtube", first+"/"+escape(a.word(1), ""))
	case first == "user" && a.at(1) != "":
		return known("youtube", "user/"+escape(a.word(1), ""))
	case first == "c" && a.at(1) != "":
		first = a.word(1)
	case youtubeReserved[first] || first == "user":
		return unknown()
	}
	return known("youtube", "@"+escape(strings.TrimPrefix(first, "@"), ""))
}

var youtubeNoises = set("feature kw si pp app persist_app ab_channel t start end index autoplay cbrd ucbcb hl gl view sort flow")

func youtubeNoise(name string) bool { return youtubeNoises[name] }
