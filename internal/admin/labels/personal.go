package labels

import "phatngon/internal/desk/privacy"

// personal are the kinds of what looks personal.
func personal() []Choice {
	return []Choice{
		{string(privacy.Phone), "Số điện thoại"}, {string(privacy.CitizenID), "Số định danh"},
		{string(privacy.Bank), "Số tài khoản"}, {string(privacy.Plate), "Biển số xe"},
		{string(privacy.Email), "Thư điện tử"}, {string(privacy.Address), "Địa chỉ"},
		{string(privacy.Name), "Họ tên"}, {string(privacy.Health), "Sức khỏe"},
		{string(privacy.Maybe), "Có thể là dữ liệu cá nhân"},
	}
}
