using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Samples;

/// <summary>The images that an estate mostly has. Most are in good order; a few in a hundred miss one thing or another.</summary>
internal static class RegularImages
{
    private static readonly string[] s_teams = ["web", "data", "billing", "search", "mobile", "platform"];
    private static readonly string[] s_keys = ["3f1c9d7a-52b4-4e8d-9a61-7c0d8b2e4f15", "b7e2d410-9c3f-4a76-8d15-2f6a90c1e3b8", "640fa1c2-7d8b-4c39-b5e0-91d3a2f7c684"];
    private static readonly string[] s_departments = ["0d8a4b6c-1e2f-4a3b-8c5d-6e7f8091a2b3", "5c7e9f01-2a3b-4c5d-9e6f-708192a3b4c5"];

    /// <summary>An image of the cloud itself.</summary>
    public static ImageDraft Public(SampleContext context)
    {
        var random = context.Random;
        // The provider publishes in batches: several images have the same created_at, so that paging needs its tie-break.
        var batch = context.Ago(10, 600);
        var created = new DateTimeOffset(batch.Year, batch.Month, 1, 8, 0, 0, TimeSpan.Zero);
        var draft = BaseImage.Make(context, SampleProjects.Provider, context.AnySystem(8), created)
            .Set("__imagetype", "gold").Set("visibility", "public").Set("protected", true)
            .Set("__data_origin", null).Set("__originalimagename", "").Set("__description", "")
            .Set("__account_code", "").Set("__productcode", "");
        draft.Set("name", $"{draft.Text("__os_version")} build {context.Begun}");
        if (random.Chance(7)) draft.Set("hw_firmware_type", "bios");
        if (random.Chance(12)) Variants.Arm(draft);
        if (random.Chance(6)) draft.Set("__support_agent_list", "ces");
        context.AddPublic(draft.Text("id")!);
        return draft;
    }

    /// <summary>An image of one of the projects, made there or imported.</summary>
    public static ImageDraft Private(SampleContext context, string project)
    {
        var random = context.Random;
        var created = random.Chance(94) ? context.Ago(1, 160) : context.Ago(200, 1500);
        var draft = BaseImage.Make(context, project, context.AnySystem(5), created)
            .Set("__imagetype", "private").Set("visibility", "private")
            .Set("__description", $"Built by the pipeline, run {random.Between(1000, 9999)}")
            .Set("__system__cmkid", random.Pick(s_keys))
            .Set("enterprise_project_id", random.Pick(s_departments))
            .Set("__sequence_num", "0");
        var team = random.Pick(s_teams);
        draft.Set("name", $"{team}-{draft.Text("name")}").Tags($"owner={team}", random.Chance(50) ? "env=production" : "env.test");
        SetOrigin(draft, context);
        Spoil(draft, random);
        Variants.Any(draft, random);
        return draft;
    }

    /// <summary>An image of a project that others may use too.</summary>
    public static ImageDraft SharedOut(SampleContext context, string project) =>
        Private(context, project).Without("__system__cmkid")
            .Set("__imagetype", "shared").Set("visibility", "shared")
            .SharedWith(SampleProjects.Partner, MemberStatus.Accepted);

    /// <summary>An image that another project shares with one of ours.</summary>
    public static ImageDraft SharedIn(SampleContext context, string project, MemberStatus status)
    {
        var owner = status == MemberStatus.Accepted ? SampleProjects.Partner : SampleProjects.Stranger;
        return SharedOut(context, owner).Without("enterprise_project_id").SharedWith(project, status);
    }

    public static ImageDraft Market(SampleContext context)
    {
        var random = context.Random;
        return BaseImage.Make(context, random.Pick(SampleProjects.Vendors), context.AnySystem(4), context.Ago(30, 900))
            .Set("__imagetype", "market").Set("visibility", "public").Set("protected", true)
            .Set("__productcode", random.Hex32()).Set("__account_code", $"acc-{random.Between(100, 999)}")
            .Set("__is_offshelved", random.Chance(5) ? "true" : "false")
            .Set("__data_origin", $"image,cn-south-1,{random.Uuid()}");
    }

    private static void SetOrigin(ImageDraft draft, SampleContext context)
    {
        var random = context.Random;
        if (random.Chance(12)) draft.Set("__root_origin", "file").Set("__data_origin", $"file,imports:{draft.Text("name")}.qcow2").Set("__originalimagename", "");
        else if (random.Chance(8)) draft.Set("__backup_id", random.Uuid()).Set("__data_origin", $"server_backup,{random.Uuid()}");
        else if (context.Parent() is { } parent) draft.Set("__data_origin", $"instance,{random.Uuid()}").Set("__originalimagename", parent);
    }

    private static void Spoil(ImageDraft draft, SeededRandom random)
    {
        if (random.Chance(4)) draft.Without("__system__cmkid");
        if (random.Chance(5)) draft.Set("hw_firmware_type", "bios");
        if (random.Chance(4)) draft.Without("__support_agent_list");
        if (random.Chance(4)) draft.Tags("env=production");
        if (random.Chance(4)) draft.Set("enterprise_project_id", "0");
        if (random.Chance(4)) draft.Set("hw_vif_multiqueue_enabled", "False");
    }
}
