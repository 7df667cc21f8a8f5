using System.Globalization;
using System.Text.RegularExpressions;

namespace ImsAudit.History.Addresses;

/// <summary>
/// Reads <c>postgres://user@host:port/database?sslmode=…</c>, in the form of libpq. A password in it would stand in the
/// shell's history and in the list of processes, so it is refused; <c>${env:NAME}</c> in its place is not.
/// </summary>
internal static partial class PostgresUrl
{
    private const int DefaultPort = 5432;
    private static readonly string[] s_schemes = ["postgres://", "postgresql://"];
    private static readonly string[] s_parameters = ["host", "sslmode", "sslrootcert"];
    private static readonly string[] s_sslModes = ["disable", "prefer", "require", "verify-ca", "verify-full"];

    public static bool IsOne(string text) => s_schemes.Any(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <param name="variable">A variable of the environment; null when it is not set.</param>
    /// <exception cref="HistoryException">It is wrong; the message does not repeat it, since it may hold a secret.</exception>
    public static PostgresAddress Parse(string text, Func<string, string?> variable)
    {
        var match = Form().Match(text);
        if (!match.Success) throw Mistake("The address of the history is no postgres://USER@HOST:PORT/DATABASE.");
        var parameters = ReadParameters(match.Groups["query"].Value);
        var host = parameters.GetValueOrDefault("host") ?? Decode(match.Groups["host"]);
        var sslMode = parameters.GetValueOrDefault("sslmode") ?? variable("PGSSLMODE") ?? (host is "" or "localhost" or "127.0.0.1" or "[::1]" || host.StartsWith('/') ? "prefer" : "require");
        if (!s_sslModes.Contains(sslMode)) throw Mistake($"sslmode in the address of the history is \"{sslMode}\"; expected is one of {string.Join(", ", s_sslModes)}.");
        return new PostgresAddress
        {
            Host = host.Length == 0 ? "localhost" : host.Trim('[', ']'),
            Port = PortOf(match.Groups["port"]),
            Database = Decode(match.Groups["database"]) is { Length: > 0 } database ? database : throw Mistake("The address of the history names no database: postgres://USER@HOST:PORT/DATABASE."),
            User = Decode(match.Groups["user"]) is { Length: > 0 } user ? user : variable("PGUSER") ?? throw Mistake("The address of the history names no user: postgres://USER@HOST:PORT/DATABASE, or set PGUSER."),
            Password = PasswordOf(match.Groups["password"], variable),
            SslMode = sslMode,
            RootCertificate = parameters.GetValueOrDefault("sslrootcert") ?? variable("PGSSLROOTCERT"),
        };
    }

    private static string? PasswordOf(Group group, Func<string, string?> variable)
    {
        if (!group.Success) return variable("PGPASSWORD");
        if (Reference().Match(Decode(group)) is not { Success: true } reference)
            throw Mistake("The address of the history holds a password, which everybody on this machine could read. Leave it out, and set PGPASSWORD, or write it to ~/.pgpass, or put ${env:NAME} in its place. Change the password if it was a real one.");
        var name = reference.Groups["name"].Value;
        return variable(name) ?? throw Mistake($"The address of the history takes its password from the variable {name}, which is not set.");
    }

    private static int PortOf(Group group)
    {
        if (!group.Success) return DefaultPort;
        return int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw Mistake("The port in the address of the history is no number from 1 to 65535.");
    }

    private static Dictionary<string, string> ReadParameters(string query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            if (name == "password") throw Mistake("The address of the history holds a password, which everybody on this machine could read. Leave it out, and set PGPASSWORD or write it to ~/.pgpass.");
            if (!s_parameters.Contains(name)) throw Mistake($"The address of the history has a parameter \"{name}\"; known are {string.Join(", ", s_parameters)}.");
            parameters[name] = Uri.UnescapeDataString(equals < 0 ? "" : pair[(equals + 1)..]);
        }
        return parameters;
    }

    private static string Decode(Group group) => Uri.UnescapeDataString(group.Value);

    private static HistoryException Mistake(string sentence) => new(sentence, isMistake: true);

    [GeneratedRegex(@"^postgres(ql)?://((?<user>[^:@/?]*)(:(?<password>[^/]*))?@)?(?<host>\[[0-9A-Fa-f:.]+\]|[^:/?@\[]*)(:(?<port>[^/?@]*))?(/(?<database>[^?/]*))?(\?(?<query>.*))?\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\$\{env:(?<name>[A-Za-z_][A-Za-z0-9_]*)\}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
