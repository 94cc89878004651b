import { Input } from "zmp-ui";
import type { ReportForm } from "../types";
import type { Change, ReportDraft } from "../use-report-draft";
import { PictureField } from "./picture-field";

export interface FieldsProps {
  form: ReportForm;
  draft: ReportDraft;
  change: Change;
  errors: Readonly<Record<string, string>>;
  onBusy: (busy: boolean) => void;
  picture?: File | undefined; // that the report begins with
}

/** What was seen: a link, a text, pictures; one of them is enough. */
export function MatterFields({ form, draft, change, errors, onBusy, picture }: FieldsProps) {
  return (
    <>
      <div className="field">
        <label htmlFor="report-link">Đường dẫn</label>
        <Input
          id="report-link"
          value={draft.link}
          onChange={({ target }) => change({ link: target.value })}
          maxLength={2_000}
          inputMode="url"
          autoComplete="off"
          placeholder="https://…"
          aria-invalid={!!errors["link"]}
          aria-describedby="report-link-note"
          data-testid="report-link"
        />
        <p id="report-link-note" className={errors["link"] ? "problem" : "hint"}>
          {errors["link"] || "Dán đường dẫn bài đăng, video, nhóm. Xin không chia sẻ lại nội dung."}
        </p>
      </div>
      <div className="field">
        <label htmlFor="report-text">Nội dung, tin nhắn, tài khoản, số điện thoại đã thấy</label>
        <Input.TextArea
          id="report-text"
          value={draft.text}
          onChange={({ target }) => change({ text: target.value })}
          maxLength={10_000}
          rows={4}
          placeholder="Chép lại hoặc mô tả…"
          aria-invalid={!!errors["text"]}
          aria-describedby="report-text-note"
          data-testid="report-text"
        />
        <p id="report-text-note" className={errors["text"] ? "problem" : "hint"}>
          {errors["text"] || "Chỉ cần một trong ba: đường dẫn, nội dung, ảnh."}
        </p>
      </div>
      <PictureField
        form={form}
        draft={draft}
        change={change}
        error={errors["pictures"]}
        onBusy={onBusy}
        first={picture}
      />
    </>
  );
}

/** What it is about, as the portal has it. */
export function CategoryField({ form, draft, change, errors }: FieldsProps) {
  return (
    <fieldset className="field" aria-describedby="report-category-note">
      <legend className="label">Nội dung thuộc lĩnh vực nào?</legend>
      {form.categories.map(({ code, name }) => (
        <label key={code} className="radio" data-testid={"category-" + code}>
          <input
            type="radio"
            name="category"
            checked={draft.category === code}
            onChange={() => change({ category: code })}
          />
          {name}
        </label>
      ))}
      <p id="report-category-note" className={errors["category"] ? "problem" : "hint"}>
        {errors["category"] || "Không chắc thì chọn “Lĩnh vực khác”."}
      </p>
    </fieldset>
  );
}

const details = [
  { name: "place", label: "Thấy ở đâu", hint: "Tên trang, nhóm, địa bàn", most: 500 },
  { name: "spread", label: "Mức lan truyền", hint: "Lượt chia sẻ, nhóm đông người", most: 1_000 },
  { name: "harm", label: "Thiệt hại", hint: "Hoang mang, mất tiền, uy tín", most: 1_000 },
  { name: "right", label: "Theo Anh/Chị, điều đúng là gì?", hint: "", most: 2_000 },
] as const;

/** What helps to verify it; all of it may be left out. */
export function DetailFields({ draft, change, errors }: FieldsProps) {
  const given = draft.seenAt !== "" || details.some(({ name }) => draft[name] !== "");
  return (
    <details open={given || details.some(({ name }) => errors[name]) || !!errors["seen_at"]}>
      <summary>Thêm chi tiết (không bắt buộc)</summary>
      <div className="field">
        <label htmlFor="report-seen">Thấy lúc nào</label>
        <input
          id="report-seen"
          className="moment-input"
          type="datetime-local"
          value={draft.seenAt}
          onChange={({ target }) => change({ seenAt: target.value })}
          data-testid="report-seen"
        />
        {errors["seen_at"] && <p className="problem">{errors["seen_at"]}</p>}
      </div>
      {details.map(({ name, label, hint, most }) => (
        <div key={name} className="field">
          <label htmlFor={"report-" + name}>{label}</label>
          <Input
            id={"report-" + name}
            value={draft[name]}
            onChange={({ target }) => change({ [name]: target.value })}
            maxLength={most}
            placeholder={hint}
            data-testid={"report-" + name}
          />
          {errors[name] && <p className="problem">{errors[name]}</p>}
        </div>
      ))}
    </details>
  );
}
