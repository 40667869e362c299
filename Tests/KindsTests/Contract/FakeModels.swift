import AWSApplicationAutoScaling
import AWSAutoScaling
import AWSCloudWatch
import AWSCloudWatchLogs
import AWSEC2
import AWSECS
import AWSELBv2
import AWSSSM
import AWSSTS
import AWSWire

/// AWS's models by `AWSCall.service`.
let fakeModels: [String: ServiceModel] = Dictionary(
    [
        ApplicationAutoScaling.model, AutoScaling.model, CloudWatch.model, CloudWatchLogs.model, EC2.model, ECS.model,
        ELBv2.model, SSM.model, STS.model,
    ].map { ($0.name, $0) }
) { first, _ in first }
