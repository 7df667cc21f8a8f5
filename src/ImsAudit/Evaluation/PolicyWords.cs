using System.Text;
using ImsAudit.Fields;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>What every finding of a policy says alike, as parts of a JSON line.</summary>
internal sealed class PolicyWords(Policy policy, FieldSet fields)
{
    public Policy Policy => policy;

    /// <summary>Its part of what the fingerprint is made of.</summary>
    public byte[] Hashed { get; } = Fingerprint.Part(policy.Id);

    /// <summary>Between the fingerprint and the image's id.</summary>
    public byte[] Fails { get; } = HeadOf(policy, Outcome.Fail);

    /// <summary>The same, of an error.</summary>
    public byte[] Errs { get; } = HeadOf(policy, Outcome.Error);

    /// <summary>The fields that it read, each with what stands before its value.</summary>
    public (int Slot, byte[] Name)[] Fields { get; } =
        [.. policy.Slots.Select(slot => (slot, Encoding.UTF8.GetBytes($"{JsonText.OfString(fields.Names[slot]).Raw}:")))];

    private static byte[] HeadOf(Policy policy, Outcome outcome) => Encoding.UTF8.GetBytes(
        $"\",\"policy\":{JsonText.OfString(policy.Id).Raw},\"severity\":\"{policy.Severity.Name()}\",\"outcome\":\"{outcome.Name()}\",\"baselined\":false,\"image\":{{\"id\":");
}
