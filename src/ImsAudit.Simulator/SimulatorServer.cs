using System.Net;
using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;
using ImsAudit.Simulator.Identity;

namespace ImsAudit.Simulator;

/// <summary>An IMS (or Glance) endpoint with a small Keystone beside it, over an estate held in memory. It serves until it is disposed.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly SimulatorOptions _options;
    private readonly HttpListener _listener;
    private readonly RequestLog _log = new();
    private readonly TokenStore _tokens;
    private readonly Router _router;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;
    private long _received;

    private SimulatorServer(SimulatedEstate estate, SimulatorOptions options)
    {
        _options = options;
        Estate = estate;
        Password = options.Password ?? Convert.ToHexStringLower(options.RandomBytes(16));
        AccessKeys = options.AccessKeys.Count > 0 ? options.AccessKeys : [SimulatedAccessKey.Make(options.RandomBytes)];
        ApplicationCredentials = options.ApplicationCredentials.Count > 0 ? options.ApplicationCredentials : [SimulatedApplicationCredential.Make(options.RandomBytes, estate.Projects[0].Id)];
        _tokens = new TokenStore(options);
        (_listener, Endpoint) = Port.Open(options.Host, options.Port);
        _router = new Router(estate, options, new IdentityApi(estate, options, _tokens, new IdentityHost(Endpoint, Password, AccessKeys) { ApplicationCredentials = ApplicationCredentials }));
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>The base address of both APIs, such as <c>http://127.0.0.1:41234/</c>; the identity API lies below <c>v3</c>.</summary>
    public Uri Endpoint { get; }

    public SimulatedEstate Estate { get; }

    public string User => _options.User;

    public string Password { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<SimulatedAccessKey> AccessKeys { get; }

    /// <summary>At least one.</summary>
    public IReadOnlyList<SimulatedApplicationCredential> ApplicationCredentials { get; }

    /// <summary>The requests so far that were answered, oldest first; of very many only the latest.</summary>
    public IReadOnlyList<LoggedRequest> Requests => _log.ToList();

    /// <summary>Opens the port and serves.</summary>
    /// <exception cref="HttpListenerException">The port is taken.</exception>
    public static SimulatorServer Start(SimulatedEstate estate, SimulatorOptions options) => new(estate, options);

    /// <summary>Every token given out so far is refused from now on.</summary>
    public void ExpireTokens() => _tokens.ExpireAll();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Close();
        await _serving;
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stopping.IsCancellationRequested && _listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => HandleAsync(context));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // Closing the listener ends the wait in one of these ways; otherwise it was one client's broken connection.
            }
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        try
        {
            var request = await Exchange.ReadAsync(context.Request, Interlocked.Increment(ref _received));
            if (_options.Latency > TimeSpan.Zero) await Task.Delay(_options.Latency, _options.TimeProvider, _stopping.Token);
            var response = _options.Intercept?.Invoke(request) ?? _router.Answer(request);
            var logged = LoggedRequest.Of(request, response.Status);
            _log.Add(logged);
            _options.Answering?.Invoke(logged);
            await Exchange.WriteAsync(context.Response, response);
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The client went away, or the server is being stopped: there is nobody to answer.
            context.Response.Abort();
        }
        catch (Exception e)
        {
            // A fault of the simulator or of a test's intercept must be seen by the client, not hang it.
            await Exchange.WriteAsync(context.Response, SimulatedResponse.Text(500, $"The simulator itself failed: {e}"));
        }
    }
}
