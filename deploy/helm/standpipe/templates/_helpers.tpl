{{/* The name of all objects. */}}
{{- define "standpipe.name" -}}
{{- $name := .Release.Name -}}
{{- if not (contains "standpipe" $name) }}{{ $name = printf "%s-standpipe" $name }}{{ end -}}
{{- $name | trunc 50 | trimSuffix "-" -}}
{{- end }}

{{- define "standpipe.selector" -}}
app.kubernetes.io/name: standpipe
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "standpipe.labels" -}}
{{ include "standpipe.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* A manifest of the base, with the name and labels of this release. Arguments: the root and the file. */}}
{{- define "standpipe.base" -}}
{{- $root := first . -}}
{{- $file := last . -}}
{{- $manifest := $root.Files.Get (printf "base/%s" $file) | fromYaml -}}
{{- if not $manifest.kind }}{{ fail (printf "base/%s is missing. base must be a copy of deploy/kubernetes, or a link to it." $file) }}{{ end -}}
{{- $labels := include "standpipe.labels" $root | fromYaml -}}
{{- $_ := set $manifest "metadata" (dict "name" (include "standpipe.name" $root) "labels" $labels) -}}
{{- toYaml $manifest -}}
{{- end }}

{{/* The variables of the ConfigMap: those of the base, then those of the values. */}}
{{- define "standpipe.settings" -}}
{{- $settings := dict -}}
{{- $kustomization := .Files.Get "base/kustomization.yaml" | fromYaml -}}
{{- range (first $kustomization.configMapGenerator).literals -}}
{{- $parts := splitn "=" 2 . -}}
{{- $_ := set $settings $parts._0 $parts._1 -}}
{{- end -}}
{{- $missing := "publicUrl is missing. Set it to the address that clients use, such as https://standpipe.example.com." -}}
{{- $_ := set $settings "STANDPIPE_PUBLIC_URL" (required $missing .Values.publicUrl) -}}
{{- if .Values.migrations.enabled }}{{ $_ := set $settings "STANDPIPE_MIGRATE" "false" }}{{ end -}}
{{- toYaml (merge (deepCopy .Values.settings) $settings) -}}
{{- end }}

{{/* The pod of the base with the values: its image, its Secret and its resources. */}}
{{- define "standpipe.pod" -}}
{{- $deployment := .Files.Get "base/deployment.yaml" | fromYaml -}}
{{- $pod := $deployment.spec.template.spec -}}
{{- $container := first $pod.containers -}}
{{- $_ := set $container "image" (printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion)) -}}
{{- $_ := set $container "imagePullPolicy" .Values.image.pullPolicy -}}
{{- $_ := set (first $container.envFrom).configMapRef "name" (include "standpipe.name" .) -}}
{{- $folder := (first $container.volumeMounts).mountPath -}}
{{- range $name, $key := .Values.secretSettings -}}
{{- $variable := dict "name" (printf "%s_FILE" $name) "value" (printf "%s/%s" $folder $key) -}}
{{- $_ := set $container "env" (append $container.env $variable) -}}
{{- end -}}
{{- if .Values.resources }}{{ $_ := set $container "resources" .Values.resources }}{{ end -}}
{{- $_ := set (first $pod.volumes).secret "secretName" .Values.secretName -}}
{{- $_ := set (first $pod.topologySpreadConstraints).labelSelector "matchLabels" (include "standpipe.selector" . | fromYaml) -}}
{{- if .Values.image.pullSecrets -}}
{{- $secrets := list -}}
{{- range .Values.image.pullSecrets }}{{ $secrets = append $secrets (dict "name" .) }}{{ end -}}
{{- $_ := set $pod "imagePullSecrets" $secrets -}}
{{- end -}}
{{- toYaml $pod -}}
{{- end }}
