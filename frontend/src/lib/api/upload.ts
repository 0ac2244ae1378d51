import { ApiError } from './error';

export interface UploadedFile {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  url: string;
}

interface Upload {
  /** Called with the share that has left this device, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends one file. Throws ApiError; an aborted upload throws the signal's reason. */
export function upload(file: File, { onProgress, signal }: Upload = {}): Promise<UploadedFile> {
  // fetch cannot tell how much has been sent; XMLHttpRequest can.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.responseType = 'json';
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as UploadedFile);
      reject(refused(request));
    };
    request.onerror = () =>
      reject(new ApiError({ code: 'OFFLINE', message: 'the server cannot be reached' }));
    request.onabort = () => reject(signal?.reason);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function refused(request: XMLHttpRequest) {
  const error = (request.response as { error?: ConstructorParameters<typeof ApiError>[0] } | null)
    ?.error;
  const requestId = request.getResponseHeader('x-request-id') ?? undefined;
  return new ApiError({ code: 'INTERNAL', message: request.statusText, requestId, ...error });
}
