using ImsAudit.History.Addresses;
using ImsAudit.History.Tests.Doubles;
using Microsoft.Data.Sqlite;

namespace ImsAudit.History.Tests;

/// <summary>What cannot be opened is told in a sentence: whose fault, and what to do.</summary>
[Collection(RealDatabases.Name)]
public sealed class OpeningTests(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("imsaudit-history-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task File_that_is_no_database_is_left_as_it_is()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "h"), new string('x', 5000));

        (await RefusedAsync("h")).ShouldBe("h is no history: it is not an SQLite file. Name another file.");
        (await File.ReadAllTextAsync(Path.Combine(_folder, "h"))).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task Database_of_another_program_is_left_as_it_is()
    {
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "h")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE theirs (id)";
            await command.ExecuteNonQueryAsync();
        }

        (await RefusedAsync("h")).ShouldBe("h is no history: it is a database of another program. Name another file.");
    }

    [Fact]
    public async Task Folder_and_file_in_no_folder_are_mistakes()
    {
        (await RefusedAsync(".")).ShouldBe(". is a folder; a history is a file.");
        (await RefusedAsync("/dev/null")).ShouldBe("/dev/null is a device; a history is a file.");
        (await RefusedAsync("nowhere/h")).ShouldBe("nowhere/h cannot be opened. Is its folder there, and may it be written?");
    }

    [Fact]
    public async Task History_that_is_closed_is_one_file()
    {
        await using (await HistoryStore.OpenAsync(At("h"), create: true, CancellationToken.None))
        {
        }

        Directory.GetFiles(_folder).Select(Path.GetFileName).ShouldBe(["h"]);
    }

    [Theory, OnPostgres]
    public async Task Server_that_refuses_is_a_mistake_and_the_password_is_not_told(Database on)
    {
        on.ShouldBe(Database.Postgres);
        var address = server.NewDatabase();

        var wrong = await Should.ThrowAsync<HistoryException>(() => OpenAsync(address with { Password = "wrong horse" }));
        wrong.IsMistake.ShouldBeTrue();
        wrong.Message.ShouldContain("Set PGPASSWORD, or write the password to ~/.pgpass.");
        wrong.ToString().ShouldNotContain("wrong horse");
        (await Should.ThrowAsync<HistoryException>(() => OpenAsync(address with { Database = "absent" }))).Message.ShouldContain("createdb absent");
    }

    [Fact]
    public async Task Server_that_is_not_there_is_the_worlds_failure()
    {
        var address = new PostgresAddress { Host = "127.0.0.1", Port = 1, Database = "d", User = "u", SslMode = "disable" };

        var failure = await Should.ThrowAsync<HistoryException>(() => OpenAsync(address));

        failure.IsMistake.ShouldBeFalse();
        failure.Message.ShouldStartWith("postgres://u@127.0.0.1:1/d cannot be reached: ");
    }

    private SqliteAddress At(string name) => new(Path.Combine(_folder, name), name);

    private async Task<string> RefusedAsync(string name)
    {
        var refused = await Should.ThrowAsync<HistoryException>(() => OpenAsync(At(name)));
        refused.IsMistake.ShouldBeTrue();
        return refused.Message;
    }

    private static Task<HistoryStore> OpenAsync(HistoryAddress address) => HistoryStore.OpenAsync(address, create: true, CancellationToken.None);
}
