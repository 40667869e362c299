import AWSApplicationAutoScaling
import AWSAutoScaling
import AWSCloudTrail
import AWSCloudWatch
import AWSCloudWatchLogs
import AWSEC2
import AWSECS
import AWSELBv2
import AWSSSM
import AWSSTS
import AWSWire
import Model

/// Every AWS service that Neap calls.
let services: [ServiceModel] = [
    ApplicationAutoScaling.model, AutoScaling.model, CloudTrail.model, CloudWatch.model, CloudWatchLogs.model,
    EC2.model, ECS.model, ELBv2.model, SSM.model, STS.model,
]

/// The request shape of a call, for masking what AWS calls sensitive.
@Sendable func requestShape(of call: AWSCall) -> Shape? {
    services.first { $0.name == call.service }?.operation(call.operation)?.input
}
