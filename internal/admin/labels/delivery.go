package labels

import "phatngon/internal/desk/delivery"

// DeliveryNext is what a unit can do about an answer that is on its way; "" when it is
// with the person or not to be sent any more.
func DeliveryNext(d delivery.Delivery) string {
	switch d.State {
	case delivery.Queued, delivery.Sending:
		return "Anh/Chị không cần làm gì; hệ thống tự gửi."
	case delivery.Waiting:
		return "Hệ thống tự gửi khi người hỏi nhắn lại." + readable(d)
	case delivery.Failed:
		return "Bấm “Gửi lại”." + readable(d)
	case delivery.Unreachable:
		if d.InApp {
			return "Người hỏi đọc được trong ứng dụng."
		}
		return "Nếu có địa chỉ thư hoặc số điện thoại của người hỏi, vui lòng trả lời theo cách đó."
	}
	return ""
}

func readable(d delivery.Delivery) string {
	if d.InApp {
		return " Người hỏi cũng đọc được trong ứng dụng."
	}
	return " Nếu cần gấp và có thư hoặc số điện thoại của người hỏi, vui lòng trả lời theo cách đó."
}
