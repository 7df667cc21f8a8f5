namespace ImsAudit.Simulator.Api;

/// <summary>The <c>X-Request-Id</c> of an answer: as long as a real one, and the same in every run.</summary>
internal static class RequestId
{
    public static string Of(long number) => number.ToString("x32");
}
