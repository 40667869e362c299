import AWSACM
import AWSApplicationAutoScaling
import AWSAutoScaling
import AWSCloudTrail
import AWSCloudWatch
import AWSCloudWatchLogs
import AWSDynamoDB
import AWSEC2
import AWSECR
import AWSECS
import AWSELBv2
import AWSIAM
import AWSSQS
import AWSSSM
import AWSSTS
import AWSSecrets
import AWSWire
import Model

/// Every AWS service that Neap calls.
let services: [ServiceModel] = [
    ACM.model, ApplicationAutoScaling.model, AutoScaling.model, CloudTrail.model, CloudWatch.model,
    CloudWatchLogs.model, DynamoDB.model, EC2.model, ECR.model, ECS.model, ELBv2.model, IAM.model, SQS.model, SSM.model,
    STS.model, Secrets.model,
]

/// The request shape of a call, for masking what AWS calls sensitive.
@Sendable func requestShape(of call: AWSCall) -> Shape? {
    services.first { $0.name == call.service }?.operation(call.operation)?.input
}
