import { type ReactNode, useId } from 'react';
import { useSharedText } from '../messages/use-text.ts';

interface FieldFrame {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  isOptional?: boolean;
}

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label above, hint below it, the field, and what is wrong with it; a screen reader hears them in that order. */
export function Field({
  label,
  hint,
  problem,
  isOptional,
  children,
}: FieldFrame & { children: (described: Described) => ReactNode }) {
  const id = useId();
  const t = useSharedText();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const problemId = problem === undefined ? undefined : `${id}-problem`;
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label} {isOptional === true && <span className="field-optional">({t('field.optional')})</span>}
      </label>
      {hint !== undefined && (
        <div id={hintId} className="field-hint">
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': [hintId, problemId].filter((one) => one !== undefined).join(' ') || undefined,
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      <FieldProblem id={problemId} problem={problem} />
    </div>
  );
}

export function FieldProblem({ id, problem }: { id: string | undefined; problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <p id={id} className="field-problem">
      <span aria-hidden="true">▲ </span>
      {problem}
    </p>
  );
}

interface TextFieldProps extends FieldFrame {
  value: string;
  onChange: (value: string) => void;
  name?: string;
  type?: 'text' | 'password' | 'email' | 'tel' | 'search';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  maxLength?: number;
  isUpperCase?: boolean;
  autoFocus?: boolean;
  onBlur?: () => void;
  suffix?: ReactNode;
  prefix?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    type = 'text',
    prefix,
    suffix,
    isUpperCase,
    autoFocus,
    label,
    hint,
    problem,
    isOptional,
    ...input
  } = props;
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} problem={problem} isOptional={isOptional === true}>
      {(described) => (
        <div className="field-box">
          {prefix !== undefined && <span className="field-affix">{prefix}</span>}
          <input
            {...described}
            {...input}
            type={type}
            value={value}
            className="field-input"
            // biome-ignore lint/a11y/noAutofocus: set only on the first field of a page that is nothing but a form.
            autoFocus={autoFocus}
            onChange={(event) => onChange(isUpperCase === true ? event.target.value.toUpperCase() : event.target.value)}
          />
          {suffix !== undefined && <span className="field-affix">{suffix}</span>}
        </div>
      )}
    </Field>
  );
}

interface TextAreaFieldProps extends FieldFrame {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
  autoComplete?: string;
}

export function TextAreaField({ value, onChange, rows = 3, maxLength, autoComplete, ...frame }: TextAreaFieldProps) {
  return (
    <Field {...frame}>
      {(described) => (
        <textarea
          {...described}
          className="field-input field-area"
          rows={rows}
          maxLength={maxLength}
          autoComplete={autoComplete}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  hint?: string;
}

interface SelectFieldProps<Value extends string> extends FieldFrame {
  value: Value | '';
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}

export function SelectField<Value extends string>({ value, choices, onChange, ...frame }: SelectFieldProps<Value>) {
  const t = useSharedText();
  return (
    <Field {...frame}>
      {(described) => (
        <select
          {...described}
          className="field-input"
          value={value}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {value === '' && <option value="">{t('field.choose')}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ChoiceFieldProps<Value extends string> extends FieldFrame {
  value: Value | '';
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}

/** A few choices, all visible, each a whole target for a thumb. */
export function ChoiceField<Value extends string>({
  label,
  hint,
  problem,
  value,
  choices,
  onChange,
}: ChoiceFieldProps<Value>) {
  const id = useId();
  const problemId = problem === undefined ? undefined : `${id}-problem`;
  return (
    <fieldset className="field choice" aria-describedby={problemId}>
      <legend className="field-label">{label}</legend>
      {hint !== undefined && <div className="field-hint">{hint}</div>}
      {choices.map((choice) => (
        <label key={choice.value} className="choice-row">
          <input type="radio" name={id} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>
            <span className="choice-label">{choice.label}</span>
            {choice.hint !== undefined && <span className="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
      <FieldProblem id={problemId} problem={problem} />
    </fieldset>
  );
}

interface CheckFieldProps {
  label: ReactNode;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  problem?: string | undefined;
}

export function CheckField({ label, isChecked, onChange, problem }: CheckFieldProps) {
  const id = useId();
  const problemId = problem === undefined ? undefined : `${id}-problem`;
  return (
    <div className="field">
      <label className="choice-row">
        <input
          type="checkbox"
          checked={isChecked}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problemId}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <FieldProblem id={problemId} problem={problem} />
    </div>
  );
}
