package webhook

import "strings"

// kinds of the events that need more than being kept. Names not listed and not
// covered by a prefix of kindOf are unknown.
var kinds = map[string]Kind{
	"user_send_text":          KindText,
	"user_send_image":         KindImage,
	"user_send_gif":           KindGIF,
	"user_send_link":          KindLink,
	"user_send_audio":         KindAudio,
	"user_send_video":         KindVideo,
	"user_send_sticker":       KindSticker,
	"user_send_location":      KindLocation,
	"user_send_business_card": KindContact,
	"user_send_file":          KindFile,

	"follow":                KindFollow,
	"unfollow":              KindUnfollow,
	"user_click_chatnow":    KindChatNow,
	"user_submit_info":      KindSubmitInfo,
	"user_received_message": KindReceived,
	"user_seen_message":     KindSeen,
	"user_reacted_message":  KindReaction,
	"oa_reacted_message":    KindReaction,
	"user_withdraw":         KindWithdraw,

	"oa_send_text":     KindEcho,
	"oa_send_image":    KindEcho,
	"oa_send_gif":      KindEcho,
	"oa_send_list":     KindEcho,
	"oa_send_file":     KindEcho,
	"oa_send_sticker":  KindEcho,
	"oa_send_template": KindEcho,

	"create_group":              KindGroup,
	"delete_group":              KindGroup,
	"update_group_info":         KindGroup,
	"add_group_admin":           KindGroup,
	"remove_group_admin":        KindGroup,
	"user_join_group":           KindGroup,
	"user_out_group":            KindGroup,
	"user_request_join_group":   KindGroup,
	"accept_request_join_group": KindGroup,
	"reject_request_join_group": KindGroup,

	"widget_interaction_accepted":            KindAccount,
	"widget_failed_to_sync_user_external_id": KindAccount,
	"add_user_to_tag":                        KindAccount,
	"remove_user_from_tag":                   KindAccount,
	"remove_tag":                             KindAccount,
	"update_user_info":                       KindAccount,
	"extension_purchased":                    KindAccount,
	"oa_send_consent":                        KindAccount,
	"user_reply_consent":                     KindAccount,
	"change_template_status":                 KindAccount,
	"change_template_quality":                KindAccount,
	"change_template_quota":                  KindAccount,
	"change_oa_template_tags":                KindAccount,
	"change_oa_daily_quota":                  KindAccount,
	"user_click_response_button":             KindAccount,
	"user_feedback":                          KindAccount,
	"event_journey_acknowledged":             KindAccount,
	"event_journey_time_out":                 KindAccount,
}

func kindOf(name string) Kind {
	if k, ok := kinds[name]; ok {
		return k
	}
	for _, p := range []string{"user_send_group_", "oa_send_group_"} {
		if strings.HasPrefix(name, p) {
			return KindGroup
		}
	}
	for _, p := range []string{"anonymous_send_", "oa_send_anonymous_"} {
		if strings.HasPrefix(name, p) {
			return KindAnonymous
		}
	}
	return KindUnknown
}
