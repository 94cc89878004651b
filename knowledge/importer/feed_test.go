package importer

import (
	"strings"
	"testing"

	"phatngon/knowledge/importer/paper"
)

func TestTimesOfFeeds(t *testing.T) {
	for written, want := range map[string]string{
		"Thu, 12 Nov 2026 08:30:00 +0700": "12/11/2026 08:30", "Thu, 12 Nov 2026 08:30:00 ICT": "12/11/2026 08:30", "Thu, 12 Nov 2026 23:30:00 ICT": "12/11/2026 23:30",
		"Thu, 12 Nov 2026 01:30:00 GMT": "12/11/2026 08:30", "12 Nov 2026 01:30 UT": "12/11/2026 08:30", "Wed, 11 Nov 2026 20:30:00 EST": "12/11/2026 08:30",
		"Thu, 12 Nov 2026 08:30:00 GMT+7": "12/11/2026 08:30", "Thu, 12 Nov 2026 08:30:00 UTC+07:00": "12/11/2026 08:30", "Thu, 12 Nov 2026 08:30:00 +0700 (ICT)": "12/11/2026 08:30",
		"Thu, 5 Nov 2026 08:30:00 +0700": "05/11/2026 08:30", "Thu, 12 Nov 2026 08:30:00": "12/11/2026 08:30", "2026-11-12T08:30:00+07:00": "12/11/2026 08:30",
		"2026-11-12T01:30:00Z": "12/11/2026 08:30", "2026-11-12T01:30:00.123Z": "12/11/2026 08:30", "2026-11-12T08:30:00": "12/11/2026 08:30", "2026-11-12 08:30": "12/11/2026 08:30",
		"2026-11-12": "12/11/2026 00:00", "12/11/2026 08:30": "12/11/2026 08:30", "Thứ Năm, 12/11/2026 08:30": "12/11/2026 08:30", "12/11/2026": "12/11/2026 00:00",
		"Thu, 12 Nov 2026 08:30:00 XYZ": "", "11/12/2026 8:30:00 AM": "", "hôm qua": "", "": "",
	} {
		got := ""
		if at, ok := paper.PublishedAt(written); ok {
			got = at.Format("02/01/2006 15:04")
		}
		if got != want {
			t.Errorf("%q: read %q, want %q", written, got, want)
		}
	}
}

func rss(items string) []byte {
	return []byte(`<?xml version="1.0" encoding="utf-8"?><rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>` + items + `</channel></rss>`)
}

func TestFeedsAreMendedItemByItem(t *testing.T) {
	ok := `<item><title>Một</title><content:encoded><![CDATA[<p>Giá & phí &amp; lệ phí.</p>]]></content:encoded></item>`
	second := func(title, text string) []byte {
		return rss(ok + `<item><title>` + title + `</title><content:encoded>` + text + `</content:encoded></item>`)
	}
	for name, test := range map[string]struct {
		feed  []byte
		title string // of the second
		body  string
		said  string
	}{
		"a stray ampersand":              {second("Sở NN&MT", "x"), "Sở NN&MT", "x", "Mục 2: dấu “&”"},
		"stars in a title":               {second("Giá *mới* (*)", "x"), "Giá *mới* (*)", "x", ""},
		"an entity that nobody knows":    {second("R&D; mới", "x"), "R&D; mới", "x", "Mục 2: dấu “&”"},
		"entities of HTML":               {second("A&nbsp;&ndash;&#160;B", "x"), "A – B", "x", ""},
		"a stray less-than":              {second("Dưới", "nhiệt độ < 8 độ"), "Dưới", "nhiệt độ < 8 độ", "Mục 2: dấu “&”"},
		"control characters":             {second("Hai\x0b", "có\x01 nước&#x0B;"), "Hai", "có nước", "Mục 2: có ký tự điều khiển"},
		"a damaged byte":                 {second("Hai", "ph\xedng"), "Hai", "ph\ufffdng", "Mục 2: có ký tự hỏng"},
		"TCVN3 in one item":              {second("Hai", "Tõ ngµy mai c¸c tr¹m"), "Hai", "Tõ ngµy mai c¸c tr¹m", "Mục 2: có chữ viết bằng phông chữ cũ"},
		"the title of a picture":         {second("Hai</title><media:title>Ảnh</media:title><title>", "x"), "Hai", "x", ""},
		"elements that are not escaped":  {second("Hai", "<p>Có <b>nước</b>.</p><p>Hết.</p>"), "Hai", "Có nước.\n\nHết.", ""},
		"tags that are escaped twice":    {second("Hai", "&amp;lt;p&amp;gt;Có nước&amp;lt;/p&amp;gt;"), "Hai", "<p>Có nước</p>", "Mục 2: còn thẻ HTML"},
		"UTF-8 that says otherwise":      {[]byte(strings.Replace(string(second("Hai", "Có nước")), "utf-8", "windows-1252", 1)), "Hai", "Có nước", ""},
		"a mark of UTF-8 before it":      {append([]byte("\ufeff"), second("Hai", "Có nước")...), "Hai", "Có nước", ""},
		"a date that cannot be read":     {second("Hai</title><pubDate>hôm qua</pubDate><title>", "x"), "Hai", "x", "Mục 2: ngày đăng “hôm qua” không đọc được"},
		"windows-1258, and says so":      {[]byte(strings.Replace(string(second("Hai", "\xd0a\xde")), "utf-8", "windows-1258", 1)), "Hai", "Đã", ""},
		"a table before all other words": {second("Hai", "&lt;table&gt;&lt;tr&gt;&lt;td&gt;A&lt;td&gt;B&lt;/table&gt;"), "Hai", "| A | B |\n| --- | --- |", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "windows-1258, and says so" {
				test.feed = []byte(strings.NewReplacer("Một", "Mot", "Giá", "Gia", "phí", "phi", "lệ", "le").Replace(string(test.feed)))
			}
			drafts, err := Read("a.xml", test.feed, office)
			if err != nil || len(drafts) != 2 {
				t.Fatalf("%d drafts, %v", len(drafts), err)
			}
			if name != "windows-1258, and says so" && drafts[0].Statement.Body != "Giá & phí & lệ phí." || problemAt(drafts[0], "body") != "" {
				t.Errorf("the first became %q, said %q", drafts[0].Statement.Body, problemAt(drafts[0], "body"))
			}
			s := drafts[1].Statement
			if s.Title != test.title || s.Body != test.body {
				t.Errorf("read %q, %q", s.Title, s.Body)
			}
			said := ""
			for _, p := range drafts[1].Problems {
				if p.Field == "body" || p.Field == "issued_at" && strings.Contains(p.Text, "“") {
					said += p.Text
				}
			}
			if test.said == "" && said != "" || !strings.Contains(said, test.said) {
				t.Errorf("said %q, want %q", said, test.said)
			}
		})
	}
}

func TestWhereAnEntryStandsAndWhatComesWithIt(t *testing.T) {
	const text = `<content:encoded>x</content:encoded>`
	for name, test := range map[string]struct{ item, address, said string }{
		"the name of an entry is its address":   {`<guid isPermaLink="true">https://a.example/22</guid>` + text, "https://a.example/22", ""},
		"a name is an address unless it says":   {`<guid>https://a.example/22</guid>` + text, "https://a.example/22", ""},
		"a name that is no address":             {`<guid isPermaLink="false">https://a.example/22</guid>` + text, "", ""},
		"a name of letters":                     {`<guid>bai-22</guid>` + text, "", ""},
		"a link stands before a name":           {`<guid>https://a.example/22</guid><link>https://a.example/tin</link>` + text, "https://a.example/tin", ""},
		"a file of RSS that comes with it":      {`<link>https://a.example/tin</link><enclosure url="https://a.example/a.pdf"/>` + text, "https://a.example/tin", "Mục 1: mục có tệp kèm theo không đưa vào (“https://a.example/a.pdf”)"},
		"a file written as Atom writes its own": {`<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="enclosure" href="https://a.example/b.pdf"/>` + text, "", "“https://a.example/b.pdf”"},
	} {
		t.Run(name, func(t *testing.T) {
			drafts, err := Read("a.xml", rss(`<item><title>Một</title>`+test.item+`</item>`), office)
			if err != nil || len(drafts) != 1 {
				t.Fatalf("%d drafts, %v", len(drafts), err)
			}
			if said := problemAt(drafts[0], "body"); drafts[0].Statement.SourceURL != test.address || !strings.Contains(said, test.said) || test.said == "" && said != "" {
				t.Errorf("stands at %q, said %q", drafts[0].Statement.SourceURL, said)
			}
		})
	}
}

func TestPlainWordsOfAtomAreNoTags(t *testing.T) {
	feed := `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Nhóm &lt;LOD&gt;</title><content type="text">Kết quả &lt;LOD&gt; là đạt.</content></entry>` +
		`<entry><title type="html">&lt;b&gt;Hai&lt;/b&gt;</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Một.</p><p>Hai.</p></div></content></entry></feed>`
	drafts, err := Read("a.atom", []byte(feed), office)
	if err != nil || len(drafts) != 2 {
		t.Fatalf("%d drafts, %v", len(drafts), err)
	}
	one, two := drafts[0].Statement, drafts[1].Statement
	if one.Title != "Nhóm <LOD>" || one.Body != "Kết quả <LOD> là đạt." || two.Title != "Hai" || two.Body != "Một.\n\nHai." {
		t.Errorf("read %q %q, %q %q", one.Title, one.Body, two.Title, two.Body)
	}
}
