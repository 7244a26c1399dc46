import { useEffect, useRef, useState } from 'react';
import { useText } from '../language.tsx';

/** Small fields that live in the cells of a table: plain elements, so that hundreds of rows stay light. */

type Common = { label: string };

/** Text that grows with its words. */
export function TextCell({
  label,
  value,
  onChange,
  placeholder,
  required,
}: Common & { value: string; onChange: (value: string) => void; placeholder?: string; required?: boolean }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (!element || element.value !== value) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);
  return (
    <textarea
      ref={field}
      className="cell cell-text"
      aria-label={label}
      aria-invalid={required === true && value.trim() === ''}
      rows={1}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Text where empty means "none". */
export function OptionalCell({
  label,
  value,
  onChange,
  placeholder,
}: Common & { value: string | null; onChange: (value: string | null) => void; placeholder?: string }) {
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped((now) => (now.trim() === (value ?? '') ? now : (value ?? ''))), [value]);
  return (
    <input
      className="cell"
      aria-label={label}
      value={typed}
      placeholder={placeholder}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value.trim() || null);
      }}
    />
  );
}

/** One of a closed list. */
export function ChoiceCell<T extends string>({
  label,
  value,
  options,
  onChange,
  empty,
}: Common & {
  value: T | null;
  options: readonly (readonly [T, string])[];
  onChange: (value: T | null) => void;
  empty?: string;
}) {
  return (
    <select
      className="cell"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange((event.currentTarget.value || null) as T | null)}
    >
      {empty === undefined ? null : <option value="">{empty}</option>}
      {options.map(([option, word]) => (
        <option key={option} value={option}>
          {word}
        </option>
      ))}
    </select>
  );
}

/** Kept or struck out. */
export function KeepCell({ label, kept, onChange }: Common & { kept: boolean; onChange: (kept: boolean) => void }) {
  return (
    <input
      className="cell-keep"
      type="checkbox"
      aria-label={label}
      checked={kept}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** Up to three dots: how sure the reader is. */
export function ConfidenceDots({ confidence }: { confidence: number | null }) {
  const text = useText();
  if (confidence === null) return null;
  const level = levelOf(confidence);
  return (
    <span
      className={`dots dots-${level}`}
      role="img"
      aria-label={text.workroom.reading.confidence(level)}
      title={text.workroom.reading.confidence(level)}
    >
      {'●'.repeat(level)}
      {'○'.repeat(3 - level)}
    </span>
  );
}

export const levelOf = (confidence: number): number => (confidence >= 0.8 ? 3 : confidence >= 0.55 ? 2 : 1);
