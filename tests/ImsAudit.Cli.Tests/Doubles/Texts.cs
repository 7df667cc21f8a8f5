namespace ImsAudit.Cli.Tests.Doubles;

/// <summary>Contents of files that tests write.</summary>
internal static class Texts
{
    /// <summary>The sample response of the API page, as it stands there but for fields that no test reads.</summary>
    public const string Sample = """
        {
          "schema": "/v2/schemas/images",
          "next": "/v2/images?__isregistered=true&marker=0328c25e-c840-4496-81ac-c4e01b214b1f&__imagetype=gold&limit=2",
          "images": [
            {
              "schema": "/v2/schemas/image", "min_disk": 100, "created_at": "2018-09-06T14:03:27Z",
              "__image_source_type": "uds", "container_format": "bare",
              "file": "/v2/images/bc6bed6e-ba3a-4447-afcc-449174a3eb52/file", "updated_at": "2018-09-06T15:17:33Z",
              "protected": true, "checksum": "d41d8cd98f00b204e9800998ecf8427e", "id": "bc6bed6e-ba3a-4447-afcc-449174a3eb52",
              "__isregistered": "true", "min_ram": 2048, "__lazyloading": "true", "owner": "1bed856811654c1cb661a6ca845ebc77",
              "__os_type": "Linux", "__imagetype": "gold", "visibility": "public", "virtual_env_type": "FusionCompute",
              "tags": [], "__platform": "CentOS", "size": 0, "__os_bit": "64", "__os_version": "CentOS 7.3 64bit",
              "name": "CentOS 7.3 64bit vivado", "self": "/v2/images/bc6bed6e-ba3a-4447-afcc-449174a3eb52",
              "disk_format": "zvhd2", "virtual_size": null, "hw_firmware_type": "bios", "status": "active"
            },
            {
              "schema": "/v2/schemas/image", "min_disk": 100, "created_at": "2018-09-06T14:03:05Z",
              "container_format": "bare", "updated_at": "2018-09-25T14:27:40Z", "protected": true,
              "id": "0328c25e-c840-4496-81ac-c4e01b214b1f", "__isregistered": "true", "min_ram": 2048,
              "owner": "1bed856811654c1cb661a6ca845ebc77", "__os_type": "Linux", "__imagetype": "gold", "visibility": "public",
              "virtual_env_type": "FusionCompute", "tags": [], "__platform": "CentOS", "__os_bit": "64",
              "__os_version": "CentOS 7.3 64bit", "name": "CentOS 7.3 64bit with sdx", "disk_format": "zvhd2",
              "hw_firmware_type": "bios", "status": "active"
            }
          ],
          "first": "/v2/images?__isregistered=true&__imagetype=gold&limit=2"
        }
        """;

    /// <param name="body">Members behind id, title and severity.</param>
    public static string Policy(string body, string id = "own", string severity = "high") =>
        $$"""{ "id": "{{id}}", "title": "A policy of a test", "severity": "{{severity}}", {{body}} }""";
}
