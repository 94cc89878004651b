package link_test

import "testing"

// No public set of cases is known for zalo.me and facebook.com/share; those below, over
// 130 links, are written by hand after links as phones share them.
func TestWhatZaloSharesHasOneKey(t *testing.T) {
	hold(t, []group{
		{"a person's telephone", "zalo:0912345678", `
			https://zalo.me/0912345678 http://zalo.me/0912345678/ zalo.me/0912345678 https://www.zalo.me/0912345678
			https://zalo.me/84912345678 https://zalo.me/+84912345678 https://chat.zalo.me/?phone=0912345678 https://zalo.me/0912345678?zarsrc=30
			https://zalo.me/0912.345.678 https://id.zalo.me/account?continue=https%3A%2F%2Fzalo.me%2F0912345678`},
		{"another's", "zalo:0912345679", "https://zalo.me/0912345679 https://zalo.me/84912345679"},
		{"a hotline", "zalo:19001234", "https://zalo.me/19001234 zalo.me/19001234?utm_source=web"},
		{"an official account", "zalo:579745863508352884", `
			https://zalo.me/579745863508352884 https://oa.zalo.me/579745863508352884 https://zalo.me/579745863508352884?zl3rd=815789662550058820&zarsrc=4
			zalo.me/579745863508352884/ https://page.zalo.me/579745863508352884`},
		{"another account", "zalo:579745863508352885", "https://zalo.me/579745863508352885"},
		{"an account by name", "zalo:congantinhthanhhoa", "https://zalo.me/congantinhthanhhoa https://zalo.me/CongAnTinhThanhHoa?utm_medium=zalo"},
		{"a group", "zalo:g/xuthanh365", "https://zalo.me/g/xuthanh365 zalo.me/g/xuthanh365/ http://zalo.me/g/xuthanh365?zarsrc=1"},
		{"another group", "zalo:g/xuthanh366", "https://zalo.me/g/xuthanh366"},
		{"a group by its other letters", "zalo:g/XuThanh365", "https://zalo.me/g/XuThanh365"},
		{"an article of an account", "zalo:article/7bfb229abddf54810dce", `
			https://rd.zapps.vn/detail/3277426331189217616?zarsrc=33&utm_campaign=zalo&broadcastId=fce4&id=7bfb229abddf54810dce&pageId=3277426331189217616
			https://officialaccount.me/d?id=7bfb229abddf54810dce&pageId=3277426331189217616 https://officialaccount.me/d/3277426331189217616?id=7bfb229abddf54810dce
			https://officialaccount.me/pc?type=article&pageId=3277426331189217616&id=7bfb229abddf54810dce`},
		{"another article of it", "zalo:article/7bfb229abddf54810dcf", "https://rd.zapps.vn/detail/3277426331189217616?id=7bfb229abddf54810dcf"},
		{"a film of an account", "zalo:article/30a6adccf88911d74898", "https://rd.zapps.vn/video?id=30a6adccf88911d74898&pageId=280555573236572442"},
		{"all articles of an account", "web:rd.zapps.vn/articles?pageId=3277426331189217616", "https://rd.zapps.vn/articles?pageId=3277426331189217616&zarsrc=1"},
		{"all of another", "web:rd.zapps.vn/articles?pageId=3277426331189217617", "https://rd.zapps.vn/articles?pageId=3277426331189217617"},
		{"a Mini App", "?zalo:s/3147283874678", "https://zalo.me/s/3147283874678/ zalo.me/s/3147283874678 https://zalo.me/s/3147283874678/?utm_source=zalo-qr"},
		{"another Mini App", "?zalo:s/3147283874679", "https://zalo.me/s/3147283874679/"},
		{"a page of a Mini App", "?zalo:s/3147283874678/tin?id=5", "https://zalo.me/s/3147283874678/tin?id=5 https://zalo.me/s/3147283874678/tin/?utm_campaign=a&id=5"},
		{"another page of it", "?zalo:s/3147283874678/tin?id=6", "https://zalo.me/s/3147283874678/tin?id=6"},
		{"a Mini App by name", "?zalo:s/botcreator", "https://zalo.me/s/botcreator/"},
		{"a personal QR", "?zalo:qr/p/1snes6mwm41h3", "https://zaloapp.com/qr/p/1snes6mwm41h3 http://zaloapp.com/qr/p/1snes6mwm41h3/ https://zalo.me/qr/p/1snes6mwm41h3"},
		{"another QR", "?zalo:qr/p/1snes6mwm41h4", "https://zaloapp.com/qr/p/1snes6mwm41h4"},
		{"the platform itself", "web:zalo.me", "https://zalo.me https://zalo.me/ http://www.zalo.me/?utm_source=x"},
		{"its guides", "web:oa.zalo.me/home/documents/guides/tin-tu-van", "https://oa.zalo.me/home/documents/guides/tin-tu-van"},
		{"its developers", "web:developers.zalo.me/docs", "https://developers.zalo.me/docs/"},
		{"a page for computers", "web:zalo.me/pc?id=1", "https://zalo.me/pc?id=1"},
	})
}

func TestWhatFacebookSharesIsOpaque(t *testing.T) {
	hold(t, []group{
		{"a post", "?facebook:share/19ZPabcB73", `
			https://www.facebook.com/share/p/19ZPabcB73/ https://www.facebook.com/share/p/19ZPabcB73/?mibextid=wwXIfr https://m.facebook.com/share/p/19ZPabcB73
			facebook.com/share/p/19ZPabcB73 http://fb.com/share/p/19ZPabcB73/ https://www.facebook.com/share/19ZPabcB73/ https://www.facebook.com/share/19ZPabcB73/?rdid=AbC#
			https://vi-vn.facebook.com/share/p/19ZPabcB73/?_rdr https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fshare%2Fp%2F19ZPabcB73%2F&h=1`},
		{"another post", "?facebook:share/19ZPabcB74", "https://www.facebook.com/share/p/19ZPabcB74/"},
		{"a code in other letters", "?facebook:share/19zpabcb73", "https://www.facebook.com/share/p/19zpabcb73/"},
		{"a video", "?facebook:share/1BcdEfgH2i", "https://www.facebook.com/share/v/1BcdEfgH2i/ https://web.facebook.com/share/v/1BcdEfgH2i/?mibextid=xfxF2i"},
		{"a reel", "?facebook:share/18rEElAbCd", "https://www.facebook.com/share/r/18rEElAbCd/ https://www.facebook.com/share/r/18rEElAbCd/?mibextid=wwXIfr&utm_source=zalo"},
		{"a group", "?facebook:share/1GroupXyZ9", "https://www.facebook.com/share/g/1GroupXyZ9/ https://mbasic.facebook.com/share/g/1GroupXyZ9"},
		{"a page", "?facebook:share/1PageXyZ90", "https://www.facebook.com/share/1PageXyZ90/"},
		{"an old share", "?facebook:share/aBcDeFgHiJkLmNoP", "https://www.facebook.com/share/p/aBcDeFgHiJkLmNoP/?mibextid=qi2Omg https://www.facebook.com/share/aBcDeFgHiJkLmNoP/?mibextid=LQQJ4d"},
		{"a share of a link is that link", "web:baothanhhoa.vn/tin-1.htm", `
			https://www.facebook.com/sharer.php?u=https%3A%2F%2Fbaothanhhoa.vn%2Ftin-1.htm https://www.facebook.com/sharer/sharer.php?u=baothanhhoa.vn/tin-1.htm&t=x
			https://www.facebook.com/share.php?u=https://baothanhhoa.vn/tin-1.htm https://www.facebook.com/dialog/share?app_id=1&href=https%3A%2F%2Fbaothanhhoa.vn%2Ftin-1.htm`},
		{"a share without a code", "web:facebook.com/share/p", "https://www.facebook.com/share/p/ https://m.facebook.com/share/p?mibextid=x"},
		{"a short name", "?web:fb.me/xuthanh", "https://fb.me/xuthanh http://fb.me/xuthanh/"},
		{"a watched video", "?web:fb.watch/x1Y2z3_abc", "https://fb.watch/x1Y2z3_abc/ https://fb.watch/x1Y2z3_abc/?mibextid=wwXIfr"},
	})
}

func TestWhatZaloSharesIsTheSameHoweverItIsWritten(t *testing.T) {
	hold(t, []group{
		{"a telephone as people write it", "zalo:0912345678", `
			https://zalo.me/0912%20345%20678 https://zalo.me/0912-345-678 https://zalo.me/+84%20912%20345%20678 https://zalo.me/0084912345678 HTTPS://ZALO.ME/0912345678
			https://zalo.me:443/0912345678 https://zalo.me//0912345678 https://zalo.me/0912345678#chat https://l.facebook.com/l.php?u=https%3A%2F%2Fzalo.me%2F0912345678&h=1`},
		{"a hotline with two zeros", "zalo:0080012345", "https://zalo.me/0080012345"},
		{"a group as it is passed on", "zalo:g/xuthanh365", `
			https://zalo.me/g/xuthanh365#info https://zalo.me/g/xuthanh365?invite=abc https://www.zalo.me/g/xuthanh365 https://zalo.me//g//xuthanh365 https://chat.zalo.me/?g=xuthanh365
			https://id.zalo.me/account?continue=https%3A%2F%2Fzalo.me%2Fg%2Fxuthanh365 https://l.facebook.com/l.php?u=https%3A%2F%2Fzalo.me%2Fg%2Fxuthanh365&h=1`},
		{"an account by its number", "zalo:579745863508352884", "https://zalo.me/579745863508352884?openChat=true https://oa.zalo.me/579745863508352884/"},
		{"a page that Zalo's button shares is that page", "web:baothanhhoa.vn/tin-1.htm", `
			https://sp.zalo.me/share_inline?layout=2&url=https%3A%2F%2Fbaothanhhoa.vn%2Ftin-1.htm https://sp.zalo.me/plugins/share?dev=null&url=https://baothanhhoa.vn/tin-1.htm
			https://button-share.zalo.me/share_external?layout=2&color=white&url=https%3A%2F%2Fbaothanhhoa.vn%2Ftin-1.htm&d=eyJ1`},
		{"another page", "web:baothanhhoa.vn/tin-2.htm", "https://sp.zalo.me/share_inline?layout=2&url=https%3A%2F%2Fbaothanhhoa.vn%2Ftin-2.htm"},
		{"a QR with what led to it", "?zalo:qr/p/1snes6mwm41h3", "https://zaloapp.com/qr/p/1snes6mwm41h3?utm_source=qr"},
		{"a QR in other letters", "?zalo:qr/p/1SNES6mwm41h3", "https://zalo.me/qr/p/1SNES6mwm41h3"},
		{"a host that only begins like it", "web:zalo.me.example.com/g/xuthanh365", "https://zalo.me.example.com/g/xuthanh365"},
	})
}

func TestWhatFacebookSharesIsTheSameHoweverItIsWritten(t *testing.T) {
	hold(t, []group{
		{"a post", "?facebook:share/19ZPabcB73", `
			https://touch.facebook.com/share/p/19ZPabcB73/ https://en-gb.facebook.com/share/p/19ZPabcB73 https://free.facebook.com/share/p/19ZPabcB73/ https://www.facebook.com:443/share/p/19ZPabcB73/
			HTTPS://WWW.FACEBOOK.COM/share/p/19ZPabcB73/ https://www.facebook.com//share//p//19ZPabcB73 https://www.facebook.com/SHARE/P/19ZPabcB73/ https://www.facebook.com/share/p/19ZPabcB73/#comments
			https://www.facebook.com/share/p/19ZPabcB73/?fs=e&s=TIeQ9V&mibextid=0NULKw https://www.facebook.com/share/p/19ZPabcB73/?__cft__[0]=AZ&__tn__=%2CO https://facebook.com/share/p/%31%39ZPabcB73/
			https://www.facebook.com/flx/warn/?u=https%3A%2F%2Fwww.facebook.com%2Fshare%2Fp%2F19ZPabcB73%2F https://lm.facebook.com/l.php?u=https%3A%2F%2Fwww.facebook.com%2Fshare%2Fp%2F19ZPabcB73%2F&h=A
			https://m.facebook.com/login.php?next=https%3A%2F%2Fwww.facebook.com%2Fshare%2Fp%2F19ZPabcB73%2F https://www.facebook.com/login/?next=%2Fshare%2Fp%2F19ZPabcB73%2F`},
		{"a story by its code", "?facebook:share/1StoryAbc9", "https://www.facebook.com/share/s/1StoryAbc9/ https://www.facebook.com/share/story/1StoryAbc9/"},
		{"another story", "?facebook:share/1StoryAbc8", "https://www.facebook.com/share/story/1StoryAbc8/"},
		{"a story without a code", "web:facebook.com/share/story", "https://www.facebook.com/share/story/"},
		{"what is too short for a code", "web:facebook.com/share/abc", "https://www.facebook.com/share/abc"},
		{"a host that only begins like it", "web:facebook.com.example.net/share/p/19ZPabcB73", "https://facebook.com.example.net/share/p/19ZPabcB73/"},
		{"another site's share", "web:tin36.example.net/share/p/19ZPabcB73", "https://tin36.example.net/share/p/19ZPabcB73/"},
		{"a group in Messenger", "web:m.me/j/AbCdEfGhIj", "https://m.me/j/AbCdEfGhIj/ http://m.me/j/AbCdEfGhIj?utm_source=fb"},
	})
}
