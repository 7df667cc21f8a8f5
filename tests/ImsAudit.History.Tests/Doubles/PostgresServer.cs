using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ImsAudit.History.Addresses;
using Npgsql;

namespace ImsAudit.History.Tests.Doubles;

/// <summary>A real PostgreSQL server of the tests' own, started when the first test wants it and gone with the last one.</summary>
public sealed class PostgresServer : IDisposable
{
    public const string User = "auditor";
    public const string Password = "correct horse";

    private readonly Lock _lock = new();
    private string? _folder;
    private int _databases;

    /// <summary>Why no server can run here; null when one can.</summary>
    public static string? WhyNot { get; } = Bin() is null ? "PostgreSQL is not on this machine: install Debian's package postgresql." : null;

    public int Port { get; private set; }

    /// <summary>A database that is empty.</summary>
    public PostgresAddress NewDatabase()
    {
        lock (_lock)
        {
            if (_folder is null) Start();
            var name = $"history{++_databases}";
            using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            connection.Open();
            using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            command.ExecuteNonQuery();
            return new PostgresAddress { Host = "127.0.0.1", Port = Port, Database = name, User = User, Password = Password, SslMode = "disable" };
        }
    }

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Database = database, Username = User, Password = Password, Pooling = false }.ToString();

    public void Dispose()
    {
        if (_folder is null) return;
        Run("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Bin() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private void Start()
    {
        _folder = Directory.CreateTempSubdirectory("imsaudit-postgres-").FullName;
        File.WriteAllText(Path.Combine(_folder, "password"), Password);
        // PostgreSQL does not run as root.
        if (Environment.IsPrivilegedProcess) Exec("chown", ["-R", "postgres", _folder]);
        Port = FreePort();
        var data = Path.Combine(_folder, "data");
        Run("initdb", "-D", data, "-U", User, "--auth=scram-sha-256", $"--pwfile={Path.Combine(_folder, "password")}", "-E", "UTF8", "--locale=C", "--no-sync");
        Run("pg_ctl", "-D", data, "-l", Path.Combine(_folder, "log"), "-w", "-o", $"-h 127.0.0.1 -p {Port} -k {_folder} -c fsync=off", "start");
    }

    private static void Run(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Bin()!, program), .. arguments];
        if (Environment.IsPrivilegedProcess) Exec("runuser", ["-u", "postgres", "--", .. command]);
        else Exec(command[0], command[1..]);
    }

    private static void Exec(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {error.GetAwaiter().GetResult()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Name)]
public sealed class RealDatabases : ICollectionFixture<PostgresServer>
{
    public const string Name = "real databases";
}
