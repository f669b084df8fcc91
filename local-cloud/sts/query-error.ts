import { type CloudResponse, type ServiceError, send } from "#local-cloud/http.ts";
import { element, leaf } from "#local-cloud/s3/xml.ts";

export const STS_NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

/** An error of the query protocol: `<ErrorResponse><Error><Type/><Code/><Message/></Error><RequestId/>`. */
export function writeQueryError(
  res: CloudResponse,
  id: string,
  { status, code, message }: ServiceError,
): void {
  const type = leaf("Type", status < 500 ? "Sender" : "Receiver");
  const detail = element("Error", type, leaf("Code", code), leaf("Message", message));
  const body = `<ErrorResponse xmlns="${STS_NAMESPACE}">${detail}${leaf("RequestId", id)}</ErrorResponse>`;
  send(res, status, body, { "content-type": "text/xml", "x-amzn-requestid": id });
}
