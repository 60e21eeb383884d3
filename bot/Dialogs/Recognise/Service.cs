namespace ChatSupport.Bot.Dialogs.Recognise;

/// <summary>Which Service is hit. A name of its own counts more than a common noun, and two of the same weight are left to be asked.</summary>
internal static class Service
{
    private static readonly Phrases[] Weights =
    [
        new(
            ("compute", "nova"),
            ("network", "neutron"),
            ("block-storage", "cinder|stockage bloc|stockage en mode bloc|block storage"),
            ("object-storage", "swift|stockage objet|object storage"),
            ("images", "glance"),
            ("orchestration", "heat"),
            ("identity", "keystone"),
            ("console", "horizon|cockpit"),
            ("portal", "espace personnel|espace client|customer portal")),
        new(
            ("compute", """
                vm|vms|instance|instances|machine virtuelle|machines virtuelles|virtual machine|virtual machines|compute|hyperviseur
                hyperviseurs|hypervisor|hypervisors
                """),
            ("network", """
                réseau|réseaux|network|networks|networking|routeur|routeurs|router|routers|vpn|load balancer|load balancers
                répartiteur de charge|ip flottante|ip flottantes|ips flottantes|floating ip|floating ips|groupe de sécurité|groupes de sécurité
                security group|security groups
                """),
            ("block-storage", "volume|volumes|disque|disques|disk|disks"),
            ("object-storage", "bucket|buckets|s3"),
            ("images", "image|images"),
            ("orchestration", "orchestration|stack|stacks"),
            ("identity", "identité|identités|identity|authentification|authentication"),
            ("console", "console"),
            ("portal", "portail|portal|facturation|facture|factures|billing|invoice|invoices")),
        new(
            ("compute", "serveur|serveurs|server|servers"),
            ("api", "api|apis")),
    ];

    public static string? In(Utterance said) =>
        Weights.Select(phrases => phrases.KeysIn(said)).FirstOrDefault(keys => keys.Count > 0) is [var only] ? only : null;
}
