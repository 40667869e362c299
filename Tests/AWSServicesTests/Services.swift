import AWSACM
import AWSApplicationAutoScaling
import AWSAutoScaling
import AWSCloudWatch
import AWSCloudWatchLogs
import AWSEC2
import AWSECS
import AWSELBv2
import AWSIAM
import AWSSSM
import AWSSTS
import AWSWire

extension ServiceModel {
    static let all = [
        ECS.model, EC2.model, AutoScaling.model, ELBv2.model, ApplicationAutoScaling.model, CloudWatch.model,
        CloudWatchLogs.model, SSM.model, IAM.model, ACM.model, STS.model,
    ]
}
