import type { JSX } from 'preact'
import { type Attributes, i18n, join, type Props } from './attributes.ts'
import { FieldFrame, type FieldProps } from './form-group.tsx'

/** Texts of the drop zone, where the English ones do not fit. */
export type FileUploadTexts = Props<{
  choose?: string
  none?: string
  several?: Record<string, string>
  drop?: string
  entered?: string
  left?: string
}>

/**
 * `dropZone` prints GOV.UK's drop zone. We do not start its script: the name of its button lacks the text that is seen on
 * it (WCAG 2.5.3, found by axe), and a browser's own file field takes dropped files too.
 * `attributes: { accept: '.csv' }` says what is wanted.
 */
export type FileUploadProps = FieldProps &
  Props<{
    multiple?: boolean
    disabled?: boolean
    dropZone?: boolean
    wrapper?: Props<{ classes?: string; attributes?: Attributes }>
    texts?: FileUploadTexts
  }>

const DropZone = ({ props, control }: { props: FileUploadProps; control: JSX.Element }) => {
  const texts = i18n({
    'choose-files-button': props.texts?.choose,
    'no-file-chosen': props.texts?.none,
    'multiple-files-chosen': props.texts?.several,
    'drop-instruction': props.texts?.drop,
    'entered-drop-zone': props.texts?.entered,
    'left-drop-zone': props.texts?.left,
  })
  return (
    <div
      class={join('govuk-file-upload-wrapper', props.wrapper?.classes)}
      data-module="govuk-file-upload"
      {...texts}
      {...props.wrapper?.attributes}
    >
      {control}
    </div>
  )
}

/** Choose a file. The form needs `enctype="multipart/form-data"`. */
export const FileUpload = (props: FileUploadProps) => (
  <FieldFrame
    {...props}
    control={({ id, describedBy }) => {
      const control = (
        <input
          class={join('govuk-file-upload', props.classes, props.error !== undefined && 'govuk-file-upload--error')}
          id={id}
          name={props.name}
          type="file"
          disabled={props.disabled}
          multiple={props.multiple}
          aria-describedby={describedBy}
          {...props.attributes}
        />
      )
      return (
        <>
          {props.group?.before}
          {props.dropZone ? <DropZone props={props} control={control} /> : control}
          {props.group?.after}
        </>
      )
    }}
  />
)
