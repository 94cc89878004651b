/** What must be known before reading on: sample data, an old text, a withdrawal. */
export function Banners({ sample, banner, tone = "warn" }: BannersProps) {
  return (
    <>
      {sample && (
        <p className="notice notice-sample" data-testid="banner-sample">
          <strong>Dữ liệu mẫu.</strong> Không phải phát ngôn thật, chỉ để dùng thử.
        </p>
      )}
      {banner && (
        <p className={`notice notice-${tone}`} data-testid="banner">
          {banner}
        </p>
      )}
    </>
  );
}

interface BannersProps {
  sample: boolean;
  banner: string;
  tone?: "warn" | "bad";
}
