internal import Model
internal import Tracing

extension SpanAttributes {
    /// What a trace says of a call: OpenTelemetry's names for AWS's SDKs, and nothing of its parameters.
    mutating func describe(_ call: AWSCall, _ progress: CallProgress) {
        self["rpc.system"] = "aws-api"
        self["rpc.service"] = call.service
        self["rpc.method"] = call.operation
        self["http.request.resend_count"] = max(0, progress.attempts - 1)
        if let id = progress.requestID { self["aws.request_id"] = id }
    }
}
