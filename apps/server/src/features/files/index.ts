// The one private file service: photos, signatures and papers of people. It knows files and whose they are; who may add
// or take away which is the business of the feature that knows the person.

export { type FileCaps, fileCaps, isPicture } from './file-caps.ts';
export { filesRoutes } from './file-routes.ts';
export { type Draft, writeDraft } from './file-store.ts';
export { dropUpload, keepUpload } from './keep-upload.ts';
export { filesMessages } from './messages.ts';
export { type OpenedFile, openKept, openStored } from './open-file.ts';
export { paperName } from './paper-name.ts';
export {
  acceptWaitingFile,
  addFile,
  allFilesOf,
  type CheckedPaper,
  currentPictures,
  type FileOwner,
  type FileView,
  filesOf,
  getFileOf,
  giveFilesToMember,
  markRejected,
  markVerified,
  type PaperDetails,
  removeFile,
} from './person-files.ts';
export { type FormFields, receiveUpload, requireForm, type Upload } from './receive-upload.ts';
export { sendFile } from './send-file.ts';
export { sweepFiles } from './sweep-files.ts';
export { withUploads } from './upload-routes.ts';
