import { useContext, useState } from "react";
import { Button } from "zmp-ui";
import { ConfigContext, useSurroundings } from "../context";
import type { Demo } from "../host";
import { Notice } from "./notice";

const seen = "notice-seen";

interface Props {
  onPersona: (id: string) => void;
}

/** The notice, once; in the demo together with the choice of a persona. */
export function FirstRun({ onPersona }: Props) {
  const config = useContext(ConfigContext);
  const { demo, storage } = useSurroundings().host;
  const [open, setOpen] = useState(() => storage.get(seen) === null);
  if (!config) return null;
  if (config.demo && demo) return demo.chosen() ? null : <PersonaNotice demo={demo} onPersona={onPersona} />;
  if (!open) return null;
  const accept = () => {
    storage.set(seen, new Date().toISOString());
    setOpen(false);
  };
  return (
    <Notice onClose={accept}>
      <Button fullWidth onClick={accept} data-testid="notice-accept">
        Tôi đã hiểu
      </Button>
    </Notice>
  );
}

export function PersonaNotice({ demo, onPersona, onClose }: Props & { demo: Demo; onClose?: () => void }) {
  return (
    <Notice {...(onClose && { onClose })}>
      <p className="hint">Bản dùng thử: chọn một vai để bắt đầu.</p>
      <div className="personas">
        {demo.personas.map(({ id, label }) => (
          <Button
            key={id}
            fullWidth
            variant={id === demo.chosen() ? "primary" : "secondary"}
            onClick={() => onPersona(id)}
            data-testid={"persona-" + id}
          >
            {label}
          </Button>
        ))}
      </div>
    </Notice>
  );
}
