import { useContext } from "react";
import { ConfigContext } from "../context";
import type { Contact } from "../types";

/** Whose this is and who is responsible, as the office has entered it; nothing while it has not. */
export function ContactCard() {
  const contact = useContext(ConfigContext)?.contact;
  return contact ? <Facts contact={contact} /> : null;
}

function Facts({ contact }: { contact: Contact }) {
  const { office, address, phone, email, responsible, position } = contact;
  return (
    <section className="card" data-testid="contact">
      <h2>Cơ quan, liên hệ</h2>
      <address className="contact">
        {office && <p>{office}</p>}
        {address && <p>{address}</p>}
        {phone && (
          <p>
            Điện thoại: <a href={"tel:" + phone.replace(/[^0-9+]/g, "")}>{phone}</a>
          </p>
        )}
        {email && (
          <p>
            Thư điện tử: <a href={"mailto:" + email}>{email}</a>
          </p>
        )}
        {responsible && (
          <p>Chịu trách nhiệm nội dung: {[responsible, position].filter(Boolean).join(", ")}</p>
        )}
      </address>
    </section>
  );
}
