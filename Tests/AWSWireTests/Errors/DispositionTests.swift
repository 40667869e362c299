import AWSWire
import Testing

@Suite("What can be done about an error")
struct DispositionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let service: String, code: String, status: Int, expected: AWSError.Disposition
        var message = ""
        var testDescription: String { "\(service) \(code) \(status) \(message)" }
        var error: AWSError {
            AWSError(service: service, operation: "CreateService", code: code, message: message, status: status)
        }

        init(_ service: String, _ code: String, _ status: Int, _ expected: AWSError.Disposition, _ message: String = "")
        {
            (self.service, self.code, self.status, self.expected, self.message) = (
                service, code, status, expected, message
            )
        }
    }

    static let rows = [
        Row("ecs", "ThrottlingException", 400, .throttled), Row("autoscaling", "Throttling", 400, .throttled),
        Row("ec2", "RequestLimitExceeded", 503, .throttled), Row("ec2", "EC2ThrottledException", 503, .throttled),
        Row("elbv2", "PriorRequestNotComplete", 429, .throttled), Row("ssm", "Other", 429, .throttled),
        Row("ecs", "LimitExceededException", 400, .permanent), Row("logs", "LimitExceededException", 400, .permanent),
        Row("application-autoscaling", "LimitExceededException", 400, .permanent),
        Row("autoscaling", "LimitExceeded", 400, .permanent),
        Row("autoscaling", "ResourceContention", 500, .transient),
        Row("autoscaling", "ServiceLinkedRoleFailure", 500, .transient),
        Row("application-autoscaling", "ConcurrentUpdateException", 500, .transient),
        Row("logs", "OperationAbortedException", 400, .transient),
        Row("cloudwatch", "ConcurrentModificationException", 429, .transient),
        Row("ecs", "UpdateInProgressException", 400, .transient), Row("ecs", "ServerException", 500, .transient),
        Row("ecs", "RequestTimeout", 400, .transient), Row("sts", "IDPCommunicationError", 400, .transient),
        Row("ecs", "HTTP503", 503, .transient), Row("ecs", "HTTP408", 408, .transient),
        Row("ecs", "ClientException", 400, .permanent, "no such thing"),
        Row("ecs", "ClientException", 400, .throttled, "Too many concurrent attempts to create a new revision."),
        Row("ecs", "InvalidParameterException", 400, .permanent), Row("elbv2", "ValidationError", 400, .permanent),
        Row("ecs", "ExpiredTokenException", 400, .expiredCredentials),
        Row("autoscaling", "ExpiredToken", 403, .expiredCredentials),
        Row("ec2", "RequestExpired", 400, .expiredCredentials), Row("elbv2", "RequestExpired", 400, .clockSkew),
        Row("elbv2", "RequestTimeTooSkewed", 403, .clockSkew), Row("elbv2", "RequestInTheFuture", 403, .clockSkew),
        Row("ecs", "InvalidSignatureException", 400, .clockSkew, "Signature expired: 2015 is now earlier than 2016"),
        Row("sts", "SignatureDoesNotMatch", 403, .clockSkew, "Signature not yet current: 2017 is still later"),
        Row("sts", "SignatureDoesNotMatch", 403, .authentication, "The request signature we calculated"),
        Row("ecs", "UnrecognizedClientException", 400, .authentication),
        Row("sts", "InvalidClientTokenId", 403, .authentication), Row("ec2", "AuthFailure", 401, .authentication),
        Row("ecs", "AccessDeniedException", 400, .denied(action: "ecs:CreateService")),
        Row("elbv2", "AccessDenied", 403, .denied(action: "elasticloadbalancing:CreateService")),
        Row("ec2", "UnauthorizedOperation", 403, .denied(action: "ec2:CreateService")),
        Row(
            "ecs", "AccessDeniedException", 400, .denied(action: "iam:PassRole"),
            "User: arn:x is not authorized to perform: iam:PassRole on resource: arn:y"),
    ]

    @Test("follows from service, code, status and text", arguments: rows)
    func disposition(_ row: Row) { #expect(row.error.disposition == row.expected) }

    @Test(
        "tells what is not there from what is wrong",
        arguments: [
            (Row("ecs", "ServiceNotFoundException", 400, .permanent), true),
            (Row("ecs", "ClusterNotFoundException", 400, .permanent), true),
            (Row("ecs", "ClientException", 400, .permanent, "Unable to describe task definition."), true),
            (Row("ecs", "ClientException", 400, .permanent, "Something else."), false),
            (Row("elbv2", "TargetGroupNotFound", 400, .permanent), true),
            (Row("elbv2", "LoadBalancerNotFound", 400, .permanent), true),
            (Row("elbv2", "SubnetNotFound", 400, .permanent), false),
            (Row("ec2", "InvalidLaunchTemplateId.NotFound", 400, .permanent), true),
            (Row("ec2", "InvalidLaunchTemplateName.NotFoundException", 400, .permanent), true),
            (Row("ec2", "InvalidLaunchTemplateId.VersionNotFound", 400, .permanent), true),
            (Row("ec2", "InvalidParameterValue", 400, .permanent), false),
            (Row("autoscaling", "ValidationError", 400, .permanent, "AutoScalingGroup name not found - null"), true),
            (Row("autoscaling", "ValidationError", 400, .permanent, "Min size is too large"), false),
            (Row("application-autoscaling", "ObjectNotFoundException", 400, .permanent), true),
            (Row("cloudwatch", "ResourceNotFound", 404, .permanent), true),
            (Row("logs", "ResourceNotFoundException", 400, .permanent), true),
            (Row("ssm", "ParameterNotFound", 400, .permanent), true),
            (Row("sts", "ResourceNotFoundException", 400, .permanent), false),
        ])
    func notFound(_ row: Row, _ expected: Bool) { #expect(row.error.isNotFound == expected) }

    @Test(
        "tells what AWS may have done from what it surely did not",
        arguments: [
            (Row("ecs", "ServerException", 500, .transient), true), (Row("ecs", "HTTP504", 504, .transient), true),
            (Row("ecs", "ThrottlingException", 400, .throttled), false),
            (Row("ec2", "RequestLimitExceeded", 503, .throttled), false),
            (Row("autoscaling", "ResourceContention", 500, .transient), false),
            (Row("ecs", "ClientException", 400, .permanent), false),
        ])
    func acted(_ row: Row, _ expected: Bool) { #expect(row.error.mayHaveActed == expected) }
}
