package zalo

import "errors"

// rateLimit is the refusal of a call that came too soon after others.
const rateLimit = -32

// retries of the OpenAPI's error codes. A code that is not listed backs off:
// the queue's limit of attempts ends it.
var retries = map[int]Retry{
	rateLimit: Backoff, // call limit of app or OA
	-200:      Backoff, // sending failed
	-214:      Backoff, // article still processing

	-216: AfterRefresh, -220: AfterRefresh, -124: AfterRefresh, // token invalid or expired
	216: AfterRefresh, 401: AfterRefresh, -401: AfterRefresh, // other spellings of the same

	-211: Later, // quota used up
	-218: Later, // the user reached the limit of messages from the OA
	-234: Later, // quiet hours

	-230: UseTemplate, // no interaction in the last 7 days
	-232: UseTemplate, // window expired

	-204: OperatorFix, -205: OperatorFix, // OA disabled, does not exist
	-209: OperatorFix, -212: OperatorFix, -219: OperatorFix, // app not activated, API not registered, app removed
	-221: OperatorFix, -223: OperatorFix, -224: OperatorFix, // OA not verified, not authorised, package too low
	-235: OperatorFix, -242: OperatorFix, // OA type, appsecret_proof
	-320: OperatorFix, -321: OperatorFix, // billing account not linked, out of money

	-100: Never,              // attachment id expired
	-201: Never,              // a parameter is invalid, or the user unknown
	-210: Never,              // a parameter over its limit
	-213: Never,              // the user never followed nor wrote
	-217: Never,              // the user blocked invitations
	-227: Never,              // the user is banned or inactive
	-233: Never,              // message type unsupported
	-237: Never,              // group disabled
	-238: Never, -241: Never, // quota asset
	-240:  Never,               // API shut down
	-244:  Never,               // the user restricted this kind of message
	-248:  Never,               // against the platform's standards
	-249:  Never,               // template not by user id
	-403:  Never,               // not in the group
	-1340: Never, -1341: Never, // template refused
	404: Never, // unknown path

	-14002: OperatorFix, -14003: OperatorFix, -14004: OperatorFix, // OAuth: app id, redirect URI, secret
	-14005: OperatorFix, -14014: OperatorFix, -14018: OperatorFix, -14029: OperatorFix, // code, refresh token, grant, app
}

func refusal(op string, code int, message string) *APIError {
	retry, ok := retries[code]
	if !ok {
		retry = Backoff
	}
	return &APIError{Op: op, Code: code, Status: 200, Message: message, Retry: retry}
}

// notSent turns a failure to get a token into the call's own error: nothing
// was sent.
func notSent(op string, err error) *APIError {
	out := &APIError{Op: op, Message: "no access token", Retry: Backoff, cause: err}
	var inner *APIError
	if errors.As(err, &inner) {
		out.Code, out.Status, out.Retry = inner.Code, inner.Status, inner.Retry
		out.Message += ": " + inner.Message
	}
	return out
}
