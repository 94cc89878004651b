package answer
import ("testing";"fmt")
func TestZZ(t *testing.T){
 b:=goldenBase(t)
 for _,x:=range []string{"Xã Cẩm Thủy bị cắt điện ngày nào?","Vé vào Thành Nhà Hồ bao nhiêu?","Năm nay bao nhiêu vụ cháy?","Khi nào phun thuốc muỗi lần 2?","Giá đất ở cao nhất tỉnh năm 2026 là bao nhiêu?","gia thu gom rac hac thanh bao nhieu"} {
  for _,f:=range []string{"%s","Cho cháu hỏi %s","Dạ em chào anh chị, cho em hỏi %s ạ. Em cảm ơn nhiều ạ.","ad ơi cho mình hỏi chút: %s","%s giúp em với ạ", "alo shop oi cho e hoi %s a, e cam on"} {
   a:=b.Ask(Question{Text:fmt.Sprintf(f,x),Audience:"public",Now:goldenNow}); fmt.Printf("%-9s %.3f %s\n",a.Status,a.Confidence,fmt.Sprintf(f,x)) }}
}
