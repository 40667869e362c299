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

extension ServiceModel {
    static let all = [
        ECS.model, EC2.model, AutoScaling.model, ELBv2.model, ApplicationAutoScaling.model, CloudWatch.model,
        CloudWatchLogs.model, SSM.model, IAM.model, ACM.model, STS.model, ECR.model,
        Secrets.model, CloudTrail.model, DynamoDB.model, SQS.model,
    ]
    /// Those whose replies Neap's logic reads through views; of the others it reads a member or two, or only answers them.
    static let called = all.filter { model in
        ![IAM.model, ACM.model, ECR.model, Secrets.model, DynamoDB.model, SQS.model].contains { $0.name == model.name }
    }
}
