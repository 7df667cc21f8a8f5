using CsCheck;

namespace ImsAudit.Tests.Naive;

internal static class Pick
{
    /// <summary>One of these, each as likely as the other.</summary>
    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
