using System.Diagnostics;

namespace ImsAudit.Cli.Tests.Secrets;

/// <summary>Hears of every HTTP request of this process, and notes its tokens and signature with the run that sends it.</summary>
internal sealed class SentCredentials : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<ISet<string>?> s_run = new();
    private static readonly SentCredentials s_only = Listen();

    /// <summary>From here on, what this flow of execution sends is noted in the set.</summary>
    public static void NoteIn(ISet<string> secrets)
    {
        _ = s_only;
        s_run.Value = secrets;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener") value.Subscribe(this, name => name == "System.Net.Http.HttpRequestOut" || name == "System.Net.Http.HttpRequestOut.Start");
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (s_run.Value is not { } secrets || value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is not HttpRequestMessage request) return;
        foreach (var secret in new[] { "X-Auth-Token", "X-Subject-Token", "X-Security-Token", "Authorization" }.SelectMany(name => Values(request, name)))
            lock (secrets) secrets.Add(secret);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private static IEnumerable<string> Values(HttpRequestMessage request, string header) =>
        request.Headers.NonValidated.TryGetValues(header, out var values) ? values.Select(value => value.Split("Signature=")[^1]) : [];

    private static SentCredentials Listen()
    {
        var only = new SentCredentials();
        DiagnosticListener.AllListeners.Subscribe(only);
        return only;
    }
}
